import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
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
    <Button className="link" onClick={() => openAnswer(to)}>
      {children}
    </Button>
  );
}
