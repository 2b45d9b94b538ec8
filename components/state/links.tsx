import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { TERMS, type Term } from './terms';
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
      onClick={() => store.update({ tool: 'help', term: to })}
    >
      {children}
    </Button>
  );
}

const WORDS = Object.keys(TERMS) as Term[]; // its own keys
const A_WORD = new RegExp(`\\b(?:${WORDS.join('|')})s?\\b`, 'i');

/** A text; the first word in it that the page explains leads there. */
export function Words({ of }: { readonly of: string }) {
  const [found] = A_WORD.exec(of) ?? [];
  const term = WORDS.find((word) => found?.toLowerCase().startsWith(word.toLowerCase()));
  if (found === undefined || term === undefined) return <span>{of}</span>;
  const [before, ...after] = of.split(found);
  return (
    <>
      <span>{before}</span>
      <TermLink to={term}>{found}</TermLink>
      <span>{after.join(found)}</span>
    </>
  );
}
