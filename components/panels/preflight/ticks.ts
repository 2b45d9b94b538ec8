import { createSignal } from '@/components/ui/signal';
import { store, stored } from '@/components/ui/stored';
import type { AppliedPrerequisite } from '@/lib/reading/prerequisites';

const STORED = 'kaireon-preflight';
/** Old ticks are forgotten beyond this, so that storage cannot grow without end. */
const KEPT = 200;

/** Which items of the preflight are ticked. Kept in this browser; where it keeps nothing, until the page is left. */
export interface Ticks {
  readonly has: (item: AppliedPrerequisite) => boolean;
  readonly set: (item: AppliedPrerequisite, isTicked: boolean) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Another number after each change. */
  readonly version: () => number;
}

/** What a tick stands for: the item as it read when it was ticked. Another stream name is another thing to check. */
const nameOf = ({ id, text, verify }: AppliedPrerequisite) => `${id}\n${text}\n${verify}`;

/** Reads storage only once it is asked for an item. */
export function createTicks(): Ticks {
  let ticked: Set<string> | undefined;
  let version = 0;
  const { send, listen } = createSignal();
  const all = () => {
    ticked ??= new Set(stored(STORED, namesIn));
    return ticked;
  };
  return {
    has: (item) => all().has(nameOf(item)),
    set(item, isTicked) {
      if (isTicked) all().add(nameOf(item));
      else all().delete(nameOf(item));
      store(STORED, JSON.stringify([...all()].slice(-KEPT)));
      version += 1;
      send();
    },
    subscribe: listen,
    version: () => version,
  };
}

function namesIn(text: string): string[] {
  const list: unknown = JSON.parse(text);
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
}
