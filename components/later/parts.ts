/** The parts that the page fetches once it is idle: one file, because the bundler repeats in each of several what they share. */
export { CompareDialog } from '@/components/dialogs/compare-dialog';
export { CopyDialog } from '@/components/dialogs/copy-dialog';
export { HelpDialog } from '@/components/dialogs/help-dialog';
export { OpenDialog } from '@/components/dialogs/open-dialog';
export { CapacityPanel } from '@/components/panels/capacity-panel';
export { FilePanel } from '@/components/panels/file-panel';
export { PreflightPanel } from '@/components/panels/preflight-panel';
export { Print } from '@/components/panels/printed-page';
export { TopologyPanel } from '@/components/panels/topology-panel';
export { UseItPanel } from '@/components/panels/use-it-panel';
export { ChartFollower } from '@/components/panels/your-chart/chart-follower';
export { ChartPanel } from '@/components/panels/your-chart/chart-panel';
