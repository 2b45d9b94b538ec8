import { memo, type PropsWithChildren } from 'react';
import { Button } from '@/components/ui/button';
import { TERMS, type Term } from './terms';
import { useWizard } from './wizard-context';

/** Leads to an answer's control, wherever it is asked. */
export function AnswerLink({ to, children }: PropsWithChildren<{ readonly to: string }>) {
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
    <Button className="link" aria-haspopup="dialog" onClick={() => store.update({ term: to })}>
      {children}
    </Button>
  );
}

const WORDS = Object.keys(TERMS) as Term[]; // its own keys
const A_WORD = new RegExp(`(\\b(?:${WORDS.join('|')})s?\\b)`, 'i');

/** A text; the first use of each word in it that the page explains leads there. */
export const Words = memo(function Words({ of }: { readonly of: string }) {
  const linked = new Set<Term>();
  // Every second part is a word.
  return of.split(A_WORD).map((part, index) => {
    const term = WORDS.find((word) => part.toLowerCase().startsWith(word.toLowerCase()));
    const isLink = index % 2 === 1 && term !== undefined && !linked.has(term);
    if (isLink) linked.add(term);
    const id = `${index} ${part}`;
    return isLink ? (
      <TermLink to={term} key={id}>
        {part}
      </TermLink>
    ) : (
      <span key={id}>{part}</span>
    );
  });
});
