'use client';

import type { ReactNode } from 'react';
import { useWizard } from '@/components/state/wizard-context';
import type { Unknown } from '@/lib/outputs/capacity/figure';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** One question to the plan, and its answer. */
export function FigureCard({ title, children }: Props) {
  return (
    <section className="figure">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** What cannot be said yet, and the answers that it takes. Nothing is guessed. */
export function UnknownFigure({ of: { unknown, needs } }: { readonly of: Unknown }) {
  const { catalog, openAnswer } = useWizard();
  return (
    <>
      <p className="big unknown">Not known</p>
      <p className="help" key={unknown}>
        {unknown}
      </p>
      {needs.map((key) => (
        <button type="button" className="link" onClick={() => openAnswer(key)} key={key}>
          {catalog.answer.get(key)?.label}
        </button>
      ))}
    </>
  );
}
