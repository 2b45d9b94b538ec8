import { Icon, type IconName } from '@/components/ui/icon';
import type { State } from '@/lib/proof/proof';

/** Each state's word and sign. */
export const STATE_WORDS: Readonly<Record<State, { word: string; icon: IconName }>> = {
  reached: { word: 'reached', icon: 'ok' },
  present: { word: 'there, not proved', icon: 'ok' },
  differs: { word: 'differs', icon: 'differs' },
  nowhere: { word: 'nowhere', icon: 'nowhere' },
  conditional: { word: 'not in this configuration', icon: 'limit' },
  unknown: { word: 'cannot be told', icon: 'limit' },
};

/** Sign, word and colour together. */
export function StateMark({ state, text }: { readonly state: State; readonly text?: string }) {
  const { word, icon } = STATE_WORDS[state];
  return (
    <span className={`state ${state}`} key={`${state} ${text}`}>
      <Icon name={icon} />
      {text ?? word}
    </span>
  );
}
