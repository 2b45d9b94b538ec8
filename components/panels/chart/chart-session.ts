import { createSignal } from '@/components/ui/signal';
import type { TakenFile } from '@/lib/proof/take-file';
import type { Chosen } from '@/lib/proof/tiers';

/** What a person has given of their chart. */
export interface Given {
  readonly files: readonly TakenFile[];
  /** The workloads that were chosen, by tier. */
  readonly chosen: Chosen;
}

/** Holds it for as long as the page is open, and nowhere else. */
export interface ChartSession {
  readonly get: () => Given;
  readonly set: (given: Partial<Given>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** What is there before anything was given. */
export const NO_FILES: Given['files'] = [];

export function createChartSession(): ChartSession {
  let given: Given = { files: NO_FILES, chosen: {} };
  const { send, listen } = createSignal();
  return {
    get: () => given,
    set(part) {
      given = { ...given, ...part };
      send();
    },
    subscribe: listen,
  };
}
