/** What is fetched once the page is idle; see `useLazy`. */
export { PlanPanel } from '@/components/capacity/plan-panel';
export { CheckDialog } from '@/components/chart/check-dialog';
export { CompareDialog } from '@/components/chart/compare-dialog';
export { OpenDialog } from '@/components/chart/open-dialog';
export { PreflightPanel } from '@/components/preflight/preflight-panel';
export { TopologyPanel } from '@/components/topology/topology-panel';
export { UseItPanel } from '@/components/use-it/use-it-panel';
