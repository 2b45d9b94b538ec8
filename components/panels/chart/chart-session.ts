import { useState } from 'react';
import type { TakenFile } from '@/lib/proof/take-file';
import type { Chosen } from '@/lib/proof/tiers';

/** What a person has given of their chart. */
export interface Given {
  readonly files: readonly TakenFile[];
  /** The workloads that were chosen, by tier. */
  readonly chosen: Chosen;
}

/** What was given, and how it changes. */
export interface ChartSession extends Given {
  readonly change: (to: (now: Given) => Partial<Given>) => void;
}

/** What is there before anything was given. */
export const NO_FILES: Given['files'] = [];

/** Holds what was given for as long as the page is open, and nowhere else. */
export function useChartSession(): ChartSession {
  const [given, setGiven] = useState<Given>({ files: NO_FILES, chosen: {} });
  return { ...given, change: (to) => setGiven((now) => ({ ...now, ...to(now) })) };
}
