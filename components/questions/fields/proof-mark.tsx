import { useWizardState } from '@/components/state/wizard-context';
import { Icon } from '@/components/ui/icon';
import { type State, wordsFor } from '@/lib/proof/states';
import { proofId } from './answer-state';

/** How long the words of a mark may be beside a field. */
const MOST_LETTERS = 49;

/** How an answer stands in the operator's chart. */
interface KeySign {
  readonly state: State;
  readonly words: string;
}

/** An answer's mark; `undefined` while nothing of the chart was given, or where it says nothing of it. */
export function useProofMark(key: string): KeySign | undefined {
  const state = useWizardState(({ chart }) => chart?.answers[key]?.state);
  const words = useWizardState(({ chart }) => chart?.answers[key] && wordsFor(chart.answers[key]));
  return state && words ? { state, words: words.slice(0, MOST_LETTERS) } : undefined;
}

/** Sign and word, where the answer's key stands. */
export function ProofMark({ of: key }: { readonly of: string }) {
  const mark = useProofMark(key);
  if (!mark) return null;
  return (
    <span className={`state state-${mark.state}`} id={proofId(key)}>
      <Icon name={mark.state} />
      <span>{mark.words}</span>
    </span>
  );
}

/** The same in words that stand by themselves. */
export const inRender = ({ words }: KeySign): string => `In your chart: ${words}`;

/** The sign alone, where there is room for no more; its words are read out. */
export function ProofSign({ of: key, mark }: { readonly of: string; readonly mark: KeySign }) {
  return (
    <span
      className={`sign state-${mark.state}`}
      role="img"
      id={proofId(key)}
      aria-label={inRender(mark)}
    >
      <Icon name={mark.state} />
    </span>
  );
}
