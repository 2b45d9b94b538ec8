'use client';

import type { ReactNode } from 'react';
import { sectionId } from '@/components/state/places';
import { goTo, useSteps } from '@/components/state/steps';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly lede: string;
  readonly children: ReactNode;
}

/** Heading, content and the step to the next section, with how far along that is. */
export function SectionFrame({ id, title, lede, children }: Props) {
  const steps = useSteps();
  const index = steps.findIndex((step) => step.id === id);
  const next = steps[index + 1];
  return (
    <section className="section" id={sectionId(id)} aria-labelledby={`${sectionId(id)}-title`}>
      <header className="section-head">
        <p className="progress">
          Step {index + 1} of {steps.length}
        </p>
        <h2 id={`${sectionId(id)}-title`} tabIndex={-1}>
          {title}
        </h2>
        <p className="lede">{lede}</p>
      </header>
      {children}
      {next && (
        <button type="button" className="next" onClick={() => goTo(sectionId(next.id))}>
          Next: {next.title}
        </button>
      )}
    </section>
  );
}
