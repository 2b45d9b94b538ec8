import { bundleOutput } from './bundle/bundle-output';
import { loadTestOutput } from './load-test/load-test-output';
import { isFile, type Output } from './output';
import { overlayFileOutput } from './overlay-file/overlay-file-output';
import { preflightOutput } from './preflight/preflight-output';
import { reportOutput } from './report/report-output';
import { schemaOutput } from './schema/schema-output';
import { topologyOutput } from './topology/topology-output';

/**
 * Everything that is made from a reading. Files stand in the order in which the bundle has them. What the page alone
 * shows, in a tab, is declared by its one line here.
 */
export const outputs: readonly Output[] = [
  { name: 'limits', title: 'Limits', tab: 1 },
  overlayFileOutput,
  reportOutput,
  schemaOutput,
  preflightOutput,
  loadTestOutput,
  topologyOutput,
  bundleOutput,
  { name: 'capacity', title: 'Capacity', tab: 2 },
  { name: 'snippets', title: 'Use it', tab: 5 },
  { name: 'proof', title: 'Proof', tab: 6 },
];

/** The outputs that a tab shows, in the order of the tabs. */
export const tabs: readonly Output[] = outputs
  .filter(({ tab }) => tab)
  .sort((one, other) => (one.tab ?? 0) - (other.tab ?? 0));

/** The files that are served over HTTP, each at its name. */
export const routes = outputs.filter(isFile).filter(({ file }) => file.hasRoute);

/** Fetches every maker, so that nothing is fetched later. Resolves once all are there. */
export async function loadMakers(): Promise<void> {
  await Promise.all(outputs.map(({ file }) => file?.load()));
}
