/** What is fetched once the page is idle; see `useLazy`. */
export { PlanPanel } from '@/components/capacity/plan-panel';
export { PreflightPanel } from '@/components/preflight/preflight-panel';
export { TopologyPanel } from '@/components/topology/topology-panel';
export { UseItPanel } from '@/components/use-it/use-it-panel';
