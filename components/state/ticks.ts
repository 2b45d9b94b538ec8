import { readStorage, writeStorage } from '@/components/ui/storage';
import type { AppliedPrerequisite } from '@/lib/reading/prerequisites';
import { useWizard, useWizardState } from './wizard-context';

const KEPT = 'kaireon-preflight';
/** Old ticks are forgotten beyond this, so that storage cannot grow without end. */
const MOST = 200;

/** What was ticked before: a list of names, or anything else that somebody put there. */
export const keptTicks = (): readonly string[] =>
  readStorage(KEPT, (text) => [JSON.parse(text)].flat().filter((one) => typeof one === 'string')) ??
  [];

/** What a tick stands for: the item as it read when it was ticked. Another stream name is another thing to check. */
const nameOf = ({ id, text, verify }: AppliedPrerequisite) => `${id}\n${text}\n${verify}`;

/** Which items of the preflight are ticked. Kept in this browser; where it keeps nothing, until the page is left. */
export function useTicks() {
  const wizard = useWizard();
  const names = useWizardState(({ ticks }) => ticks);
  return {
    has: (item: AppliedPrerequisite) => names.includes(nameOf(item)),
    set(item: AppliedPrerequisite, isTicked: boolean) {
      const others = names.filter((name) => name !== nameOf(item));
      const ticks = isTicked ? [...others, nameOf(item)].slice(-MOST) : others;
      wizard.store.update({ ticks });
      writeStorage(KEPT, JSON.stringify(ticks));
    },
  };
}
