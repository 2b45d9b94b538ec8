import { switchAnswer } from '@/lib/domain/declare';
import { whileChosen } from '@/lib/domain/limit';
import type { Option } from '@/lib/domain/option';
import { inManifest, secretsWith } from '../commands';
import { documented, source } from '../sources';

const cluster = switchAnswer({
  key: 'redis.cluster',
  shows: { in: 'no manifest' },
  label: 'Redis runs in cluster mode',
  help: 'Cache, rate limits, circuit breakers and the BullMQ queues live in it.',
  ...documented(source.datastores),
  default: true,
});

export const redis: Option = {
  id: 'redis',
  step: 'datastores',
  title: 'Redis',
  summary: 'External: ElastiCache or your own, not the chart’s in-cluster Redis.',
  facts: (read) => [read(cluster) === true ? 'cluster mode' : 'single node'],
  parts: [
    {
      path: 'redis.mode',
      shows: { in: 'no manifest' },
      ...documented(source.datastores),
      serves: cluster.key,
      value: () => 'external',
    },
    cluster,
  ],
  limits: [
    {
      id: 'redis-single-node',
      severity: 'caution',
      ...whileChosen(cluster, false),
      message:
        'A single Redis node is the wrong shape at this scale: cache, rate limits and every BullMQ queue share one CPU and fail together. Run Redis in cluster mode.',
      short: 'A single node is the wrong shape at this scale.',
      source: source.datastores,
    },
    {
      id: 'redis-cluster-clients',
      severity: 'limit',
      ...whileChosen(cluster, true),
      message:
        'On a Redis Cluster BullMQ needs a hash-tagged key prefix, and KEDA has a scaler of its own for clusters. This is general knowledge, not from KaireonAI’s documentation: check both in your chart before you rely on the queues.',
      short: 'General knowledge: check BullMQ’s hash-tagged prefix and KEDA’s cluster scaler.',
      shownBy: {
        by: 'trigger',
        prefix: 'redis',
        type: 'redis-cluster',
        open: 'so KEDA’s half is settled; BullMQ’s prefix is not',
        worse: 'which is for a single Redis and not for a cluster',
      },
      source: 'general knowledge: BullMQ and KEDA documentation',
    },
  ],
  prerequisites: [
    {
      id: 'redis',
      text: ({ read }) =>
        `Redis${read(cluster) ? ' in cluster mode' : ''}, reachable from the cluster, with its URL in REDIS_URL.${read(cluster) ? ' The command must print cluster_state:ok.' : ''}`,
      verify: ({ read }) =>
        read(cluster) ? 'redis-cli -u "$REDIS_URL" CLUSTER INFO' : 'redis-cli -u "$REDIS_URL" PING',
      origin: 'documented',
    },
    {
      id: 'redis-secret',
      text: 'REDIS_URL in a Secret, by name only: its value may hold a password. Cache, rate limits and the worker queues hang on it. Which Secret the chart reads it from is not documented.',
      verify: secretsWith('REDIS_URL'),
      origin: 'documented',
    },
    {
      id: 'redis-eviction',
      text: 'The eviction policy noeviction, which BullMQ asks for: under any other, Redis may drop jobs when its memory is full.',
      verify: 'redis-cli -u "$REDIS_URL" INFO memory | grep maxmemory_policy',
      origin: 'general',
    },
    {
      id: 'redis-cluster-clients',
      when: ({ read }) => read(cluster) === true,
      text: 'KEDA’s trigger for clusters (type: redis-cluster, not redis) in the rendered manifest, and a hash-tagged BullMQ prefix such as {kaireon} on the API and the workers. How either is set is not documented.',
      verify: inManifest('type: redis', 6),
      limit: 'redis-cluster-clients',
      origin: 'general',
    },
  ],
};
