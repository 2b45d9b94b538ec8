'use client';

import { SeverityMark } from '@/components/limits/severity-mark';
import { useWizardState } from '@/components/state/wizard-context';
import type { Answer } from '@/lib/domain/answer';

/** Whether an answer has a row of its own, and so its limits right beneath it; those of small fields end the group. */
export function standsAlone({ shape }: Answer): boolean {
  return shape.type !== 'whole-number' && shape.type !== 'quantity';
}

/** The honest limits that come with these answers. */
export function LimitNotes({ of }: { readonly of: readonly Answer[] }) {
  const limitsBeside = useWizardState((state) => state.limitsBeside);
  const limits = new Set(of.flatMap(({ key }) => limitsBeside.get(key) ?? []));
  if (limits.size === 0) return null;
  return (
    <ul className="limit-notes">
      {[...limits].map(({ id, severity, message, source }) => (
        <li className={`limit-note ${severity}`} key={id}>
          <SeverityMark severity={severity} />
          <p>
            {message} <span className="source">Source: {source}.</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
