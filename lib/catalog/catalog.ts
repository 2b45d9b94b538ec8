import { type Catalog, createCatalog } from '@/lib/domain/catalog';
import type { Backend } from './backend';
import { opensearch } from './datastores/opensearch';
import { postgres } from './datastores/postgres';
import { redis } from './datastores/redis';
import { eventBus } from './event-bus/event-bus';
import { eventBusBackends } from './event-bus/registry';
import { generalLimits } from './general-limits';
import { generalPrerequisites } from './general-prerequisites';
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

/** Builds the catalogue from the registered backends; a test hands in one more. */
export function kaireonCatalog(
  buses: readonly Backend[] = eventBusBackends,
  stores: readonly Backend[] = interactionStoreBackends,
): Catalog {
  const blockSwitches = [...buses, ...stores].filter(({ block }) => block);
  return createCatalog({
    steps,
    presets,
    // The order of the file, and of the link.
    options: [
      api,
      worker,
      mlWorker,
      outboxPublisher,
      cron,
      stream,
      mcp,
      postgres,
      redis,
      opensearch,
      ...eventBus(buses),
      ...interactionStore(stores),
      load,
      zonesOption,
      customers,
      nodes,
      postgresConnections,
    ],
    limits: generalLimits(blockSwitches.map(({ id }) => `${id}.enabled`)),
    prerequisites: generalPrerequisites,
    // Several options write to the chart's environment, so it comes after all of them.
    lastRoot: 'config',
  });
}

/** The catalogue that the page and the routes use. */
export const catalog = kaireonCatalog();
