import type { ComponentType } from 'react';
import type { Reading } from '@/lib/reading/reading';
import type { ProofSession } from './proof/proof-session';
import type { Ticks } from './ticks';

/** What every panel gets. */
export interface PanelProps {
  /** As of the last painted frame. */
  readonly reading: Reading;
  readonly ticks: Ticks;
  readonly session: ProofSession;
}

/** Panels by the name of their output. */
export type LazyPanels = Readonly<Record<string, ComponentType<PanelProps>>>;
