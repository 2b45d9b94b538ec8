import { Icon } from '@/components/ui/icon';
import type { State } from '@/lib/proof/states';

/** Sign, word and colour together. */
export function StateMark({ state, text }: { readonly state: State; readonly text: string }) {
  return (
    <span className={`state state-${state}`} key={`${state} ${text}`}>
      <Icon name={state} />
      {text}
    </span>
  );
}
