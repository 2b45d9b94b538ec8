import { useWizardState } from '@/components/state/wizard-context';
import { Icon } from '@/components/ui/icon';
import { STATE_WORDS, type State, type Verdict } from '@/lib/proof/proof';
import { proofId } from './answer-state';

/** What a render made of an answer. */
export interface Mark {
  readonly state: State;
  readonly words: string;
}

/** An answer's mark; `undefined` while no render was given, or where none speaks of it. */
export function useProofMark(key: string): Mark | undefined {
  // One text rather than an object: each key makes another proof, and most marks stay as they are.
  const text = useWizardState(({ proof }) => proof?.answers[key] && textOf(proof.answers[key]));
  if (!text) return undefined;
  const [state = '', words = ''] = text.split('\n');
  return { state: state as State, words }; // as it was joined below
}

const textOf = ({ state, found }: Verdict): string =>
  `${state}\n${state === 'differs' && found !== undefined ? `differs: ${String(found).slice(0, 40)}` : STATE_WORDS[state]}`;

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
export const inRender = ({ words }: Mark): string => `In the render: ${words}`;

/** The sign alone, where there is room for no more; its words are read out. */
export function ProofSign({ of: key, mark }: { readonly of: string; readonly mark: Mark }) {
  return (
    <span
      className={`icon icon-${mark.state} sign state-${mark.state}`}
      role="img"
      id={proofId(key)}
      aria-label={inRender(mark)}
    />
  );
}
