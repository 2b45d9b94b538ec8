/** The panels and parts that the page fetches once it is idle: one file, because the bundler repeats in each what they share. */
export { CapacityPanel } from './capacity-panel';
export { FilePanel } from './file-panel';
export { PreflightPanel } from './preflight-panel';
export { Print } from './printed-page';
export { TopologyPanel } from './topology-panel';
export { UseItPanel } from './use-it-panel';
export { ChartFollower } from './your-chart/chart-follower';
export { ChartPanel } from './your-chart/chart-panel';
