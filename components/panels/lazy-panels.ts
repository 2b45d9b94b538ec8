/** The panels that are fetched once the page is idle; see `useLazy`. Each by the name of its output. */

import { CapacityPanel } from './capacity/capacity-panel';
import type { LazyPanels } from './panel-props';
import { PreflightPanel } from './preflight/preflight-panel';
import { ProofPanel } from './proof/proof-panel';
import { TopologyPanel } from './topology/topology-panel';
import { UseItPanel } from './use-it/use-it-panel';

export { preflightTally } from './preflight/preflight-tally';
export { PrintedPage } from './printed-page';
export { ProofFollower } from './proof/proof-follower';

export const lazyPanels: LazyPanels = {
  capacity: CapacityPanel,
  topology: TopologyPanel,
  preflight: PreflightPanel,
  snippets: UseItPanel,
  proof: ProofPanel,
};
