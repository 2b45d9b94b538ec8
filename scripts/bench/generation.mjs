import { createViteServer } from 'vitest/node';
import { projectRoot } from '../run.mjs';
import { summary } from './statistics.mjs';

const WARM_UP = 100;
const RUNS = 300;

/** An operator who changes all that can be changed at once, in the order of a link: 68 answers. */
const everyAnswer =
  'api.autoscaling.minReplicas=8&api.autoscaling.maxReplicas=90&api.autoscaling.targetCPUUtilizationPercentage=60&api.resources.requests.cpu=3&api.resources.requests.memory=6Gi&api.resources.limits.cpu=6&api.resources.limits.memory=12Gi&plan.apiNodeGroup=false&plan.apiZoneSpread=soft&worker.keda.minReplicaCount=6&worker.keda.maxReplicaCount=60&worker.keda.listLength=20&worker.keda.pollingInterval=10&worker.keda.cooldownPeriod=180&worker.resources.requests.cpu=1&worker.resources.requests.memory=2Gi&worker.resources.limits.cpu=2&worker.resources.limits.memory=6Gi&mlWorker.autoscaling.minReplicas=3&mlWorker.autoscaling.maxReplicas=12&mlWorker.resources.requests.cpu=3&mlWorker.resources.requests.memory=12Gi&mlWorker.resources.limits.cpu=12&mlWorker.resources.limits.memory=24Gi&outboxPublisher.replicaCount=5&outboxPublisher.podDisruptionBudget.minAvailable=3&outboxPublisher.pollIntervalMs=500&outboxPublisher.resources.requests.cpu=300m&outboxPublisher.resources.requests.memory=1Gi&cron.concurrencyPolicy=Replace&cron.resources.requests.cpu=200m&cron.resources.requests.memory=128Mi&cron.schedules.cleanup.enabled=false&cron.schedules.engagementHealthRecompute.enabled=false&cron.schedules.gitopsDriftCheck.enabled=false&cron.schedules.approvalsExpire.enabled=false&cron.schedules.flowSchedulerTick.enabled=false&cron.schedules.scheduledRetrains.enabled=false&cron.schedules.outboxReaper.enabled=false&stream.enabled=true&stream.replicaCount=4&stream.resources.requests.cpu=2&stream.resources.requests.memory=4Gi&mcp.dedicated=true&mcp.replicaCount=3&mcp.resources.requests.cpu=1&mcp.resources.requests.memory=2Gi&postgresExternalReplicas=4&redis.cluster=false&opensearch.enabled=false&eventbus.backend=kinesis&kinesis.streamName=kaireon-events&kinesis.region=eu-west-1&interactionStore.backend=scylla&scylla.contactPoints=scylla-1%3A9042%2Cscylla-2%3A9042&scylla.localDataCenter=dc1&scylla.keyspace=kaireon&plan.peakRps=20000&plan.rpsPerPod=250&plan.zones=4&plan.activeCustomers=3000000&plan.writesPerSecond=4000&plan.multiRegion=true&plan.nodeCpu=15890m&plan.nodeMemory=60Gi&plan.postgresProvider=aurora&plan.postgresMaxConnections=800&plan.postgresPoolSize=20'.split(
    '&',
  );

const STEP = 10;

/**
 * How long the file takes to make, from raw answers to text, against the number of answers that differ from the
 * default. The sources of lib/ as Vite hands them to Node: neither bundled nor made small, but hot.
 *
 * @returns {Promise<{ answers: number, lines: number, p50: number, p95: number, min: number }[]>} milliseconds
 */
export async function timeGeneration() {
  const env = /** @type {Record<string, string | undefined>} */ (process.env);
  const environment = env.NODE_ENV;
  const vite = await createViteServer({
    configFile: false,
    root: projectRoot,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
    resolve: { alias: { '@': projectRoot } },
  });
  try {
    const { catalog } = await vite.ssrLoadModule('/lib/catalog/catalog.ts');
    const { openLink } = await vite.ssrLoadModule('/lib/link/link.ts');
    const { readAnswers } = await vite.ssrLoadModule('/lib/reading/reading.ts');
    const { textOf } = await vite.ssrLoadModule('/lib/overlay/overlay.ts');

    const counts = Array.from(
      { length: Math.ceil(everyAnswer.length / STEP) },
      (_, at) => at * STEP,
    );
    return [...counts, everyAnswer.length].map((answers) => {
      const { raw, notices } = openLink(catalog, everyAnswer.slice(0, answers).join('&'));
      if (notices.length > 0) throw new Error(`The answers are out of date: ${notices[0].message}`);
      let text = '';
      const samples = Array.from({ length: WARM_UP + RUNS }, () => {
        const begun = performance.now();
        text = textOf(readAnswers(catalog, raw).lines);
        return performance.now() - begun;
      });
      return { answers, lines: text.split('\n').length - 1, ...summary(samples.slice(WARM_UP)) };
    });
  } finally {
    await vite.close();
    // Vite sets it, and what is started later would take it for its own.
    if (environment === undefined) delete env.NODE_ENV;
    else env.NODE_ENV = environment;
  }
}
