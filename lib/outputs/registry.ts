import { textOf } from '@/lib/overlay/overlay';
import { bundleOutput } from './bundle/bundle';
import { llmsTextOutput, openApiOutput } from './for-programs/for-programs-outputs';
import { limitsOutput } from './limits/limits';
import { loadTestOutput } from './load-test/load-test-output';
import { type Output, routesOf } from './output';
import { preflightOutput, preflightScriptOutput } from './preflight/preflight';
import { reportOutput } from './report/report';
import { schemaOutput } from './schema/schema-output';
import { topologyOutput } from './topology/topology-output';

/** Everything that is made from a reading. Files stand in the order in which the bundle has them. */
export const outputs: readonly Output[] = [
  limitsOutput,
  {
    name: 'overlay-file',
    title: 'values-large.yaml',
    file: {
      name: 'values-large.yaml',
      contentType: 'application/yaml; charset=utf-8',
      about: 'the Helm overlay; its head lists the honest limits of these answers',
      load: async () => (material) => textOf(material.reading.lines),
    },
  },
  reportOutput,
  schemaOutput,
  preflightOutput,
  preflightScriptOutput,
  loadTestOutput,
  topologyOutput,
  openApiOutput,
  llmsTextOutput,
  bundleOutput,
  { name: 'capacity', title: 'Capacity', tab: { place: 2, panel: 'capacity' } },
  { name: 'snippets', title: 'Use it', tab: { place: 5, panel: 'use-it' } },
  { name: 'your-chart', title: 'Your chart', tab: { place: 6, panel: 'your-chart' } },
];

/** The outputs that a tab shows, in the order of the tabs. */
export const tabs: readonly Output[] = outputs
  .filter(({ tab }) => tab)
  .sort((one, other) => (one.tab?.place ?? 0) - (other.tab?.place ?? 0));

/** The files that are served over HTTP, each at its name. */
export const routes = routesOf(outputs);

/** Fetches every maker, so that nothing is fetched later. Resolves once all are there. */
export async function loadMakers(): Promise<void> {
  await Promise.all(outputs.map(({ file }) => file?.load()));
}
