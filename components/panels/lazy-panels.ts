/** The panels that are fetched once the page is idle; see `useLazy`. Each by the name of its output. */

import type { ComponentType } from 'react';
import type { Reading } from '@/lib/reading/reading';
import { CapacityPanel } from './capacity/capacity-panel';
import { PreflightPanel } from './preflight/preflight-panel';
import type { Ticks } from './preflight/ticks';
import { ProofPanel } from './proof/proof-panel';
import type { ProofSession } from './proof/proof-session';
import { TopologyPanel } from './topology/topology-panel';
import { UseItPanel } from './use-it/use-it-panel';

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

export const lazyPanels: Readonly<Record<string, ComponentType<PanelProps>>> = {
  capacity: CapacityPanel,
  topology: TopologyPanel,
  preflight: PreflightPanel,
  snippets: UseItPanel,
  proof: ProofPanel,
};
