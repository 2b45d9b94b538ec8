'use client';

import { useWizard } from '@/components/state/wizard-context';
import type { Unknown } from '@/lib/outputs/capacity/figure';

/** What cannot be said yet, and the questions that it takes. Nothing is guessed. */
export function UnknownText({ of: { unknown, needs } }: { readonly of: Unknown }) {
  const { catalog, openAnswer } = useWizard();
  return (
    <p className="group-summary">
      Not known: {unknown}
      {needs.map((key) => (
        <span key={key}>
          {' '}
          <button type="button" className="link" onClick={() => openAnswer(key)}>
            {catalog.answer.get(key)?.label}
          </button>
        </span>
      ))}
    </p>
  );
}
