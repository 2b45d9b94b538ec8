import { useEffect, useState } from 'react';
import { store, stored } from '@/components/ui/stored';
import type { AppliedPrerequisite } from '@/lib/reading/prerequisites';

const STORED = 'kaireon-preflight';
/** Old ticks are forgotten beyond this, so that storage cannot grow without end. */
const KEPT = 200;

/** Which items of the preflight are ticked. Kept in this browser; where it keeps nothing, until the page is left. */
export interface Ticks {
  readonly has: (item: AppliedPrerequisite) => boolean;
  readonly set: (item: AppliedPrerequisite, isTicked: boolean) => void;
}

/** What a tick stands for: the item as it read when it was ticked. Another stream name is another thing to check. */
const nameOf = ({ id, text, verify }: AppliedPrerequisite) => `${id}\n${text}\n${verify}`;

/** The ticks of this browser, from the second drawing on: the first is the server's too. */
export function useTicks(): Ticks {
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => setNames(stored(STORED, namesIn) ?? []), []);
  return {
    has: (item) => names.includes(nameOf(item)),
    set(item, isTicked) {
      const others = names.filter((name) => name !== nameOf(item));
      const all = isTicked ? [...others, nameOf(item)].slice(-KEPT) : others;
      setNames(all);
      store(STORED, JSON.stringify(all));
    },
  };
}

/** What was kept: a list of names, or anything else that somebody put there. */
const namesIn = (text: string): string[] =>
  [JSON.parse(text)].flat().filter((one) => typeof one === 'string');
