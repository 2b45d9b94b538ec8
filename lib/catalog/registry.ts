import { type Catalog, createCatalog } from '@/lib/domain/catalog';
import type { Backend, Option } from '@/lib/domain/option';
import { opensearch } from './datastores/opensearch';
import { postgres } from './datastores/postgres';
import { redis } from './datastores/redis';
import { eventBus } from './event-bus/event-bus';
import { eventbridge } from './event-bus/eventbridge';
import { kafka } from './event-bus/kafka';
import { kinesis } from './event-bus/kinesis';
import { msk } from './event-bus/msk';
import { pulsar } from './event-bus/pulsar';
import { generalLimits, generalPrerequisites } from './general';
import { cassandra } from './interaction-store/cassandra';
import { dynamodb } from './interaction-store/dynamodb';
import { interactionStore } from './interaction-store/interaction-store';
import { keyspaces } from './interaction-store/keyspaces';
import { pg } from './interaction-store/pg';
import { scylla } from './interaction-store/scylla';
import { customers } from './plan/customers';
import { load } from './plan/load';
import { nodes } from './plan/nodes';
import { postgresConnections, postgresProvider } from './plan/postgres-connections';
import { zonesOption } from './plan/zones';
import { presets } from './presets';
import { steps } from './steps';
import { api } from './tiers/api';
import { cron } from './tiers/cron';
import { mcp } from './tiers/mcp';
import { mlWorker } from './tiers/ml-worker';
import { outboxPublisher } from './tiers/outbox-publisher';
import { stream } from './tiers/stream';
import { worker } from './tiers/worker';

type Registry = Record<'tiers' | 'datastores' | 'plans', readonly Option[]> &
  Record<'eventBuses' | 'interactionStores', readonly Backend[]>;

/** Everything that can be asked, each once. Groups and members stand in the order of the file, the link and the cards. */
export const registry: Registry = {
  tiers: [api, worker, mlWorker, outboxPublisher, cron, stream, mcp],
  datastores: [postgres, redis, opensearch],
  eventBuses: [kafka, kinesis, pulsar, msk, eventbridge],
  interactionStores: [dynamodb, pg, scylla, cassandra, keyspaces],
  plans: [load, zonesOption, customers, nodes, postgresProvider, postgresConnections],
};

/** Builds the catalogue of a registry; a test adds to it or takes away. */
export function kaireonCatalog(registered: Partial<Registry> = {}): Catalog {
  const all = { ...registry, ...registered };
  const backed = [eventBus(all.eventBuses), interactionStore(all.interactionStores)];
  const options = [...all.tiers, ...all.datastores, ...backed, ...all.plans];
  return createCatalog({
    steps,
    presets,
    options,
    limits: generalLimits(options),
    prerequisites: generalPrerequisites,
    // Several options write to the chart's environment, so it comes after all of them.
    lastRoot: 'config',
  });
}

/** The catalogue that the page and the routes use. */
export const catalog = kaireonCatalog();
