'use client';

import type { ReactNode } from 'react';
import { useWizard } from './wizard-context';

/** Leads to an answer's control, wherever it is asked. */
export function AnswerLink({
  to,
  children,
}: {
  readonly to: string;
  readonly children: ReactNode;
}) {
  const { openAnswer } = useWizard();
  return (
    <button type="button" className="link" onClick={() => openAnswer(to)}>
      {children}
    </button>
  );
}
