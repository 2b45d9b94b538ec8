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

/** Reads storage only once it is asked for an item. Storage may be denied, full, or hold anything. */
export function createTicks(): Ticks {
  let ticked: Set<string> | undefined;
  let version = 0;
  const listeners = new Set<() => void>();
  const all = () => {
    ticked ??= new Set(stored());
    return ticked;
  };
  return {
    has: (item) => all().has(nameOf(item)),
    set(item, isTicked) {
      if (isTicked) all().add(nameOf(item));
      else all().delete(nameOf(item));
      store([...all()]);
      version += 1;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
  };
}

function stored(): string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(STORED) ?? '[]');
    return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

function store(ticks: string[]): void {
  try {
    localStorage.setItem(STORED, JSON.stringify(ticks.slice(-KEPT)));
  } catch {
    // The ticks then last until the page is left.
  }
}
