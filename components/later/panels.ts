/** What is fetched once the page is idle; see `useLate`. */
export { PreflightPanel } from '@/components/preflight/preflight-panel';
export { UseItPanel } from '@/components/use-it/use-it-panel';
