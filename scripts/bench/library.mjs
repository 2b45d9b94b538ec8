// How long the pieces of lib/ take in Node, bundled and hot.
import { Bench } from 'tinybench';
import { bundleTypeScript } from '../typescript.mjs';
import { largeChart } from './large-chart.mjs';

/** An operator who changes all that can be changed at once, in the order of a link: 68 answers. */
const everyAnswer =
  'api.autoscaling.minReplicas=8&api.autoscaling.maxReplicas=90&api.autoscaling.targetCPUUtilizationPercentage=60&api.resources.requests.cpu=3&api.resources.requests.memory=6Gi&api.resources.limits.cpu=6&api.resources.limits.memory=12Gi&plan.apiNodeGroup=false&plan.apiZoneSpread=soft&worker.keda.minReplicaCount=6&worker.keda.maxReplicaCount=60&worker.keda.listLength=20&worker.keda.pollingInterval=10&worker.keda.cooldownPeriod=180&worker.resources.requests.cpu=1&worker.resources.requests.memory=2Gi&worker.resources.limits.cpu=2&worker.resources.limits.memory=6Gi&mlWorker.autoscaling.minReplicas=3&mlWorker.autoscaling.maxReplicas=12&mlWorker.resources.requests.cpu=3&mlWorker.resources.requests.memory=12Gi&mlWorker.resources.limits.cpu=12&mlWorker.resources.limits.memory=24Gi&outboxPublisher.replicaCount=5&outboxPublisher.podDisruptionBudget.minAvailable=3&outboxPublisher.pollIntervalMs=500&outboxPublisher.resources.requests.cpu=300m&outboxPublisher.resources.requests.memory=1Gi&cron.concurrencyPolicy=Replace&cron.resources.requests.cpu=200m&cron.resources.requests.memory=128Mi&cron.schedules.cleanup.enabled=false&cron.schedules.engagementHealthRecompute.enabled=false&cron.schedules.gitopsDriftCheck.enabled=false&cron.schedules.approvalsExpire.enabled=false&cron.schedules.flowSchedulerTick.enabled=false&cron.schedules.scheduledRetrains.enabled=false&cron.schedules.outboxReaper.enabled=false&stream.enabled=true&stream.replicaCount=4&stream.resources.requests.cpu=2&stream.resources.requests.memory=4Gi&mcp.dedicated=true&mcp.replicaCount=3&mcp.resources.requests.cpu=1&mcp.resources.requests.memory=2Gi&postgresExternalReplicas=4&redis.cluster=false&opensearch.enabled=false&eventbus.backend=kinesis&kinesis.streamName=kaireon-events&kinesis.region=eu-west-1&interactionStore.backend=scylla&scylla.contactPoints=scylla-1%3A9042%2Cscylla-2%3A9042&scylla.localDataCenter=dc1&scylla.keyspace=kaireon&plan.peakRps=20000&plan.rpsPerPod=250&plan.zones=4&plan.activeCustomers=3000000&plan.writesPerSecond=4000&plan.multiRegion=true&plan.nodeCpu=15890m&plan.nodeMemory=60Gi&plan.postgresProvider=aurora&plan.postgresMaxConnections=800&plan.postgresPoolSize=20';

const STEP = 17;
const CHART_LINES = 5_000;

/**
 * Answers to the text of the file, by how many answers differ from the default; the topology's picture; 6,000 pods
 * packed onto nodes; and the longest step in which a large chart is checked, between two of which the page can paint.
 *
 * @returns {Promise<{ what: string, p50: number, p99: number, min: number, samples: number }[]>} milliseconds
 */
export async function timeLibrary() {
  const [
    catalogs = '',
    links = '',
    readings = '',
    overlays = '',
    pictures = '',
    packings = '',
    charts = '',
  ] = await bundleTypeScript('bench', [
    'lib/catalog/catalog.ts',
    'lib/link/link.ts',
    'lib/reading/reading.ts',
    'lib/overlay/overlay.ts',
    'lib/outputs/topology/topology.ts',
    'lib/outputs/capacity/packing.ts',
    'lib/files/check-chart.ts',
  ]);
  /** @type {typeof import('../../lib/catalog/catalog')} */
  const { catalog } = await import(catalogs);
  /** @type {typeof import('../../lib/link/link')} */
  const { openLink } = await import(links);
  /** @type {typeof import('../../lib/reading/reading')} */
  const { readAnswers } = await import(readings);
  /** @type {typeof import('../../lib/overlay/overlay')} */
  const { textOf } = await import(overlays);
  /** @type {typeof import('../../lib/outputs/topology/topology')} */
  const { topology } = await import(pictures);
  /** @type {typeof import('../../lib/outputs/capacity/packing')} */
  const { packPods } = await import(packings);
  /** @type {typeof import('../../lib/files/check-chart')} */
  const { checkInSteps } = await import(charts);

  const all = everyAnswer.split('&');
  const bench = new Bench({ time: 400, warmupTime: 200 });
  for (let count = 0; count <= all.length; count += STEP) {
    const { raw, notices } = openLink(catalog, all.slice(0, count).join('&'));
    if (notices[0]) throw new Error(`The answers are out of date: ${notices[0].message}`);
    bench.add(`the file, ${count} answers`, () => void textOf(readAnswers(catalog, raw).lines));
  }
  const reading = readAnswers(catalog, openLink(catalog, everyAnswer).raw);
  bench.add('the topology', () => void topology(catalog, reading));
  const pods = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, at) => ({
    ...{ id, count: 1000, cpuMilli: 700 + 450 * at },
    memoryBytes: (7 - at) * 2 ** 30,
  }));
  const node = { cpuMilli: 15_500, memoryBytes: 28 * 2 ** 30 };
  bench.add('6,000 pods packed', () => void packPods(pods, node));
  const chart = largeChart(CHART_LINES);
  bench.add('a chart, its longest step', () => {
    const steps = checkInSteps(catalog, chart);
    let longest = 0;
    for (let isDone = false; !isDone; ) {
      const begun = performance.now();
      isDone = steps.next().done === true;
      longest = Math.max(longest, performance.now() - begun);
    }
    return { overriddenDuration: longest };
  });
  await bench.run();
  return bench.tasks.map(({ name, result }) => {
    if (!('latency' in result)) throw new Error(`${name} was not measured.`);
    const { p50, p99, min, samplesCount } = result.latency;
    return { what: name, p50, p99, min, samples: samplesCount };
  });
}
