import { wholeNumber } from '@/lib/domain/declare';
import { sizeFigure } from '@/lib/domain/figure';
import { caution, whileChosen } from '@/lib/domain/limit';
import type { Option } from '@/lib/domain/option';
import { inFigures, plural } from '@/lib/domain/plural';
import { peakRps } from '../plan/load';
import { source } from '../sources';
import { fixedPods, inWords } from './pods';

const pods = fixedPods({
  count: ['outboxPublisher.replicaCount', 3],
  help: 'Fixed: nothing scales this tier.',
  requests: {
    cpu: ['outboxPublisher.resources.requests.cpu', '200m'],
    memory: ['outboxPublisher.resources.requests.memory', '512Mi'],
  },
});

const minAvailable = wholeNumber('outboxPublisher.podDisruptionBudget.minAvailable', {
  shows: { in: 'budget', field: 'minAvailable' },
  label: 'Pods that a drain must leave',
  help: 'The PodDisruptionBudget’s minAvailable. It must be below the number of pods, or no node could ever be drained.',
  unit: 'pods',
  source: `${source.tierLayout}; path: Kubernetes PodDisruptionBudget`,
  default: 2,
  bounds: [0, 99],
});

const pollIntervalMs = wholeNumber('outboxPublisher.pollIntervalMs', {
  shows: { in: 'configuration' },
  label: 'Poll interval',
  help: 'How often the outbox table is read. 1000 keeps the publish tail short; the base chart is slower.',
  unit: 'ms',
  source: `${source.tierLayout} (poll 1 s)`,
  default: 1000,
  bounds: [100, 60000],
});

export const outboxPublisher: Option = {
  id: 'outboxPublisher',
  step: 'tiers',
  order: 5,
  title: 'Outbox publisher',
  summary: 'Drains the outbox table to the event bus, at least once. A budget guards its pods.',
  parts: [pods.count, minAvailable, pollIntervalMs, ...pods.resources],
  rules: [
    {
      key: minAvailable.key,
      with: [pods.count.key],
      broken(read) {
        const [left, all] = [read(minAvailable), read(pods.count)];
        if (left === undefined || all === undefined || left < all) return undefined;
        const right = all === 1 ? 'Enter 0' : `Enter 0 to ${all - 1}`;
        return `A budget of ${left} with ${plural(all, 'pod')} blocks every node drain. ${right}, or raise ${pods.count.key}.`;
      },
    },
  ],
  workload: {
    ...pods.workload,
    note: (read) =>
      `${inWords(read, minAvailable, (left) => `PDB ${left}`)}, ${inWords(read, pollIntervalMs, (ms) => `poll ${ms} ms`)}`,
  },
  talksTo: [
    { to: 'postgres', verb: 'reads outbox rows from' },
    // outbox-publisher; values-large: without a bus the events go to Redis.
    { to: 'eventbus', verb: 'publishes events to', otherwise: 'redis' },
  ],
  figures: [
    sizeFigure({
      title: 'Outbox rows a second',
      load: peakRps,
      count: (peak) => peak,
      how: (peak) => `${inFigures(peak)} requests/s at the peak × 1 row each`,
      assumes:
        'Each request writes one row. For responses that is documented, for recommendations it is not. How many rows a second one publisher drains is not documented either.',
    }),
  ],
  limits: [
    caution('outbox-single', {
      ...whileChosen(pods.count, 1),
      message:
        'One pod down stops publishing, and a budget above 0 then blocks every node drain. Until a single publisher is back, rows wait in the outbox table. Run at least 2 pods.',
      source: source.outbox,
    }),
  ],
};
