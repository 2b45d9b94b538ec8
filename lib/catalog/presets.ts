import type { Preset } from '@/lib/domain/option';
import { kedaHighThroughput } from './tiers/worker';

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
    summary: 'Kinesis, DynamoDB and Aurora: nothing to run yourself but the chart.',
    sets: { 'eventbus.backend': 'kinesis', 'plan.postgresProvider': 'aurora' },
  },
  {
    name: 'self-managed',
    title: 'Self-managed',
    summary: 'Kafka and Scylla, on machines of your own.',
    sets: { 'interactionStore.backend': 'scylla' },
  },
  {
    name: 'cassandra-mid-tier',
    title: 'Cassandra mid-tier',
    summary: 'Kafka with Cassandra as interaction store.',
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
    sets: kedaHighThroughput,
  },
];
