import { Icon } from '@/components/ui/icon';
import { STATE_WORDS, type State } from '@/lib/proof/proof';

/** Sign, word and colour together. */
export function StateMark({ state, text }: { readonly state: State; readonly text?: string }) {
  return (
    <span className={`state state-${state}`} key={`${state} ${text}`}>
      <Icon name={state} />
      {text ?? STATE_WORDS[state]}
    </span>
  );
}
