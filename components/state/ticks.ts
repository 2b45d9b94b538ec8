import { useStored } from '@/components/ui/use-stored';
import type { AppliedPrerequisite } from '@/lib/reading/prerequisites';

/** Old ticks are forgotten beyond this, so that storage cannot grow without end. */
const MOST = 200;

/** The names in what was kept: a list, or anything else that somebody put there. */
function namesIn(kept: string | null): readonly string[] {
  try {
    return [JSON.parse(kept ?? '[]')].flat().filter((one) => typeof one === 'string');
  } catch {
    return [];
  }
}

/** What a tick stands for: the item as it read when it was ticked. Another stream name is another thing to check. */
const nameOf = ({ id, text, verify }: AppliedPrerequisite) => `${id}\n${text}\n${verify}`;

/** Which items of the preflight are ticked. Kept in this browser; where it keeps nothing, until the page is left. */
export function useTicks() {
  const [kept, keep] = useStored('kaireon-preflight');
  const names = namesIn(kept);
  return {
    has: (item: AppliedPrerequisite) => names.includes(nameOf(item)),
    set(item: AppliedPrerequisite, isTicked: boolean) {
      const others = names.filter((name) => name !== nameOf(item));
      keep(JSON.stringify(isTicked ? [...others, nameOf(item)].slice(-MOST) : others));
    },
  };
}
