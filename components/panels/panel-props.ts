import type { ComponentType } from 'react';
import type { Reading } from '@/lib/reading/reading';
import type { Ticks } from './ticks';

/** What every panel gets. */
export interface PanelProps {
  /** As of the last painted frame. */
  readonly reading: Reading;
  readonly ticks: Ticks;
}

/** Panels by the name of their output. */
export type LatePanels = Readonly<Record<string, ComponentType<PanelProps>>>;
