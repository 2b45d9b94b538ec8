import { Bench } from 'tinybench';
import { bundleTypeScript } from '../typescript.mjs';

/** Links of few and of many answers. */
const LINKS = {
  'the defaults': '',
  'five answers':
    'worker.keda.listLength=20&eventbus.backend=kinesis&kinesis.streamName=kaireon-events&plan.peakRps=20000&plan.zones=4',
  'all that is on':
    'stream.enabled=true&mcp.dedicated=true&eventbus.backend=pulsar&interactionStore.backend=scylla&scylla.contactPoints=scylla-1%3A9042&scylla.localDataCenter=dc1&plan.peakRps=20000&plan.zones=4&plan.activeCustomers=3000000&plan.writesPerSecond=4000&plan.multiRegion=true&plan.nodeCpu=15890m&plan.nodeMemory=60Gi&plan.postgresProvider=aurora&plan.postgresMaxConnections=800',
};

/** How long the file takes to make, from a link to its text. @returns {Promise<[string, number, number][]>} name, p50, p99 in ms */
export async function timeGeneration() {
  const [catalogUrl = '', linkUrl = '', readingUrl = '', overlayUrl = ''] = await bundleTypeScript(
    'bench',
    ['catalog/catalog', 'link/link', 'reading/reading', 'overlay/overlay'].map(
      (name) => `lib/${name}.ts`,
    ),
  );
  /** @type {typeof import('../../lib/catalog/catalog')} */
  const { catalog } = await import(catalogUrl);
  /** @type {typeof import('../../lib/link/link')} */
  const { openLink } = await import(linkUrl);
  /** @type {typeof import('../../lib/reading/reading')} */
  const { readAnswers } = await import(readingUrl);
  /** @type {typeof import('../../lib/overlay/overlay')} */
  const { textOf } = await import(overlayUrl);

  const bench = new Bench({ time: 1000 });
  for (const [name, link] of Object.entries(LINKS)) {
    const { notices } = openLink(catalog, link);
    if (notices.length > 0) throw new Error(`The answers are out of date: ${notices[0]?.message}`);
    bench.add(name, () => textOf(readAnswers(catalog, openLink(catalog, link).raw).lines));
  }
  await bench.run();
  return bench.tasks.map(({ name, result }) => {
    if (!('latency' in result)) throw new Error(`${name} could not be timed`);
    return [name, result.latency.p50, result.latency.p99];
  });
}
