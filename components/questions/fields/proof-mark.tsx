import { useWizardState } from '@/components/state/wizard-context';
import { Icon } from '@/components/ui/icon';
import { STATES, type State } from '@/lib/proof/states';
import type { Standing } from '@/lib/proof/your-chart';
import { proofId } from './answer-state';

/** How an answer stands in the operator's chart. */
interface KeySign {
  readonly state: State;
  readonly words: string;
}

/** An answer's mark; `undefined` while nothing of the chart was given, or where it says nothing of it. */
export function useProofMark(key: string): KeySign | undefined {
  // One text rather than an object: each key makes another proof, and most marks stay as they are.
  const text = useWizardState(({ chart }) => chart?.answers[key] && textOf(chart.answers[key]));
  if (!text) return undefined;
  const [state = '', words = ''] = text.split('\n');
  return { state: state as State, words }; // as it was joined below
}

const textOf = ({ state, found }: Standing): string =>
  `${state}\n${state === 'differs' && found !== undefined ? `differs: ${String(found).slice(0, 40)}` : STATES[state].word}`;

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
