/** The panels that are fetched once the page is idle; see `useLazy`. */

import type { ComponentType } from 'react';
import type { PanelName } from '@/lib/outputs/output';
import type { Reading } from '@/lib/reading/reading';
import { CapacityPanel } from './capacity/capacity-panel';
import { LimitsPanel } from './limits/limits-panel';
import { PreflightPanel } from './preflight/preflight-panel';
import type { Ticks } from './preflight/ticks';
import { ProofPanel } from './proof/proof-panel';
import type { ProofSession } from './proof/proof-session';
import { TopologyPanel } from './topology/topology-panel';
import { UseItPanel } from './use-it/use-it-panel';

export { FilePanel } from './file-panel';
export { preflightTally } from './preflight/preflight-panel';
export { PrintedPage } from './printed-page';
export { ProofFollower } from './proof/proof-follower';

/** What every panel gets. */
export interface PanelProps {
  /** As of the last painted frame. */
  readonly reading: Reading;
  readonly ticks: Ticks;
  readonly session: ProofSession;
}

/** Every panel that an output may name. */
export const panels: Readonly<Record<PanelName, ComponentType<PanelProps>>> = {
  limits: LimitsPanel,
  capacity: CapacityPanel,
  topology: TopologyPanel,
  preflight: PreflightPanel,
  'use-it': UseItPanel,
  proof: ProofPanel,
};
