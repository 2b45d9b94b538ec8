import { switchAnswer } from '@/lib/domain/declare';
import { caution, limit, whileChosen } from '@/lib/domain/limit';
import type { Option } from '@/lib/domain/option';
import { inManifest, secretsWith } from '../commands';
import { documented, source } from '../sources';

const cluster = switchAnswer('redis.cluster', {
  label: 'Cluster mode',
  help: 'Whether your Redis is a cluster. Cache, rate limits, circuit breakers and the BullMQ queues live in it.',
  ...documented(source.datastores),
  default: true,
});

export const redis: Option = {
  id: 'redis',
  step: 'datastores',
  title: 'Redis',
  summary: 'External: ElastiCache or your own, not the chart’s in-cluster Redis.',
  facts: (read) => {
    const mode = read(cluster);
    return [mode === undefined ? 'mode left to the chart' : mode ? 'cluster mode' : 'single node'];
  },
  parts: [
    {
      path: 'redis.mode',
      type: 'string',
      ...documented(source.datastores),
      serves: cluster.key,
      value: () => 'external',
    },
    cluster,
  ],
  limits: [
    caution('redis-single-node', {
      ...whileChosen(cluster, false),
      message:
        'A single Redis node is the wrong shape at this scale. Cache, rate limits and every BullMQ queue share one CPU and fail together. Run Redis in cluster mode.',
      source: source.datastores,
    }),
    limit('redis-cluster-clients', {
      ...whileChosen(cluster, true),
      message:
        'On a cluster BullMQ needs a hash-tagged prefix and KEDA its cluster scaler: check both. This is general knowledge, not from KaireonAI’s documentation.',
      shownBy: {
        by: 'trigger',
        prefix: 'redis',
        type: 'redis-cluster',
        open: 'so KEDA’s half is settled; BullMQ’s prefix is not',
        worse: 'which is for a single Redis and not for a cluster',
      },
      source: 'general knowledge: BullMQ and KEDA documentation',
    }),
  ],
  prerequisites: {
    redis: {
      text: ({ read }) =>
        `Redis${read(cluster) ? ' in cluster mode' : ''}, reachable from the cluster, with its URL in REDIS_URL.`,
      verify: ({ read }) =>
        `redis-cli -u "$REDIS_URL" ${read(cluster) ? "CLUSTER INFO | grep '^cluster_state:ok'" : 'PING | grep PONG'}`,
      good: ({ read }) => (read(cluster) ? 'cluster_state:ok.' : 'PONG.'),
      origin: 'documented',
    },
    'redis-secret': {
      text: 'REDIS_URL in a Secret, by name only: its value may hold a password. Cache, rate limits and the worker queues hang on it. Which Secret the chart reads it from is not documented.',
      verify: secretsWith('REDIS_URL'),
      good: 'A Secret that has REDIS_URL.',
      origin: 'documented',
    },
    'redis-eviction': {
      text: 'The eviction policy noeviction, which BullMQ asks for: under any other, Redis may drop jobs when its memory is full.',
      verify: 'redis-cli -u "$REDIS_URL" INFO memory | grep \'^maxmemory_policy:noeviction\'',
      good: 'maxmemory_policy:noeviction.',
    },
    'redis-cluster-clients': {
      when: ({ read }) => read(cluster) === true,
      text: 'KEDA’s trigger for clusters (type redis-cluster, not redis) in the rendered manifest, and a hash-tagged BullMQ prefix such as {kaireon} on the API and the workers. How either is set is not documented.',
      verify: inManifest('type: "?redis-cluster', 8),
      good: 'A trigger of that type, and in its listName a prefix in braces. Finding nothing means that the chart has no such trigger.',
      judgedBy: 'person',
      limit: 'redis-cluster-clients',
    },
  },
};
