import type { ElementType } from 'react';
import { lazyPart } from '@/components/ui/lazy-part';
import type { PanelName } from '@/lib/outputs/output';
import type { Reading } from '@/lib/reading/reading';
import type { ChartSession } from './chart/chart-session';
import { LimitsPanel } from './limits/limits-panel';
import type { Ticks } from './preflight/use-ticks';

/** What every panel gets. */
export interface PanelProps {
  readonly reading: Reading;
  readonly ticks: Ticks;
  readonly session: ChartSession;
}

/** Every panel that an output may name. All but the one that is open at first are fetched once the page is idle. */
export const panels: Readonly<Record<PanelName, ElementType<PanelProps>>> = {
  limits: LimitsPanel,
  capacity: lazyPart(async () => (await import('./later')).CapacityPanel),
  topology: lazyPart(async () => (await import('./later')).TopologyPanel),
  preflight: lazyPart(async () => (await import('./later')).PreflightPanel),
  'use-it': lazyPart(async () => (await import('./later')).UseItPanel),
  'your-chart': lazyPart(async () => (await import('./later')).ChartPanel),
};
