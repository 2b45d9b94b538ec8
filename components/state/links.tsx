import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import type { Term } from './terms';
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

/** A word that leads to where it is explained. */
export function TermLink({ to, children = to }: { readonly to: Term; readonly children?: string }) {
  const { store } = useWizard();
  return (
    <Button
      className="link"
      aria-haspopup="dialog"
      onClick={() => store.move({ tool: 'help', term: to })}
    >
      {children}
    </Button>
  );
}
