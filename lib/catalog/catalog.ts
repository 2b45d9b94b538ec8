import { type Catalog, createCatalog } from '@/lib/domain/catalog';
import { opensearch } from './datastores/opensearch';
import { postgres } from './datastores/postgres';
import { redis } from './datastores/redis';
import { eventBus } from './event-bus/event-bus';
import { eventBusBackends } from './event-bus/registry';
import { generalLimits, generalPrerequisites } from './general';
import { interactionStore } from './interaction-store/interaction-store';
import { interactionStoreBackends } from './interaction-store/registry';
import { customers } from './plan/customers';
import { load } from './plan/load';
import { nodes } from './plan/nodes';
import { postgresConnections } from './plan/postgres-connections';
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

/** Everything that can be asked, each one line. Groups and members stand in the order of the file and of the link. */
export const registry = {
  tiers: [api, worker, mlWorker, outboxPublisher, cron, stream, mcp],
  datastores: [postgres, redis, opensearch],
  eventBuses: eventBusBackends,
  interactionStores: interactionStoreBackends,
  plans: [load, zonesOption, customers, nodes, postgresConnections],
};

/** Builds the catalogue of a registry; a test adds to it or takes away. */
export function kaireonCatalog(registered: Partial<typeof registry> = {}): Catalog {
  const { tiers, datastores, eventBuses, interactionStores, plans } = {
    ...registry,
    ...registered,
  };
  const options = [
    ...tiers,
    ...datastores,
    eventBus(eventBuses),
    interactionStore(interactionStores),
    ...plans,
  ];
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
