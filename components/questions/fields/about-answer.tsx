import { useState } from 'react';
import { useLazy } from '@/components/ui/use-lazy';
import type { Answer } from '@/lib/domain/answer';
import { ProofMark } from './proof-mark';

const load = () => import(/* webpackChunkName: "questions" */ './answer-details');

/** The answer's key, what is known of it, and the way to its lines in the file. What folds out is drawn only then. */
export function AboutAnswer({ answer }: { readonly answer: Answer }) {
  const [isOpen, setOpen] = useState(false);
  const lazy = useLazy(load, 'now');
  return (
    <details className="about" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <code translate="no">{answer.key}</code>
        <ProofMark of={answer.key} />
      </summary>
      {isOpen && lazy && <lazy.AnswerDetails answer={answer} />}
    </details>
  );
}
