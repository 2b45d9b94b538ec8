import type { Preset } from '@/lib/domain/option';

/** Sets of answers to start from. A link never names one: it is spelled out, so a preset may change later. */
export const presets: readonly Preset[] = [
  {
    name: 'documented-large',
    title: 'Documented large',
    summary: 'The overlay that the documentation describes: Kafka, DynamoDB, optional tiers off.',
    sets: {},
  },
  {
    name: 'aws-managed',
    title: 'AWS managed',
    summary:
      'Kinesis as event bus, DynamoDB as interaction store, Aurora as Postgres. Redis and OpenSearch are still yours to provide.',
    sets: { 'eventbus.backend': 'kinesis', 'plan.postgresProvider': 'aurora' },
  },
  {
    name: 'self-managed',
    title: 'Self-managed',
    summary: 'Kafka as event bus and Scylla as interaction store, on machines of your own.',
    sets: { 'interactionStore.backend': 'scylla' },
  },
  {
    name: 'cassandra-mid-tier',
    title: 'Cassandra mid-tier',
    summary: 'Kafka as event bus with Cassandra as interaction store.',
    sets: { 'interactionStore.backend': 'cassandra' },
  },
  {
    name: 'everything-on',
    title: 'Everything on',
    summary: 'Both optional tiers, stream and MCP, on pods of their own.',
    sets: { 'stream.enabled': 'true', 'mcp.dedicated': 'true' },
  },
  {
    name: 'high-throughput-workers',
    title: 'High-throughput workers',
    summary: 'KEDA’s documented high-throughput profile: up to 50 workers, scaled sooner.',
    sets: {
      'worker.keda.listLength': '20',
      'worker.keda.pollingInterval': '10',
      'worker.keda.cooldownPeriod': '180',
      'worker.keda.maxReplicaCount': '50',
    },
  },
];
