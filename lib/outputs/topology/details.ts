import { provider } from '@/lib/catalog/plan/postgres-connections';
import { zones } from '@/lib/catalog/plan/zones';
import { API_NODE_LABEL, apiNodeGroup, zoneSpread } from '@/lib/catalog/tiers/api';
import { isAnswer } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import type { Option } from '@/lib/domain/option';
import type { Reading } from '@/lib/reading/reading';

/** What a box says of its option beside what is said of every option of its kind; `off` while it is off. */
interface Detail {
  readonly on?: (catalog: Catalog, reading: Reading, option: Option) => readonly string[];
  readonly off?: string;
}

/** By option. An option that is not here is drawn all the same. */
export const DETAILS: Readonly<Record<string, Detail>> = {
  api: {
    on: (_, { read }) => [
      read(apiNodeGroup) ? `own nodes: ${API_NODE_LABEL}=api` : 'nodes shared with other tiers',
      read(zoneSpread) === 'off'
        ? 'not spread over zones'
        : `${read(zoneSpread) ?? 'unknown'} spread over ${read(zones) ?? 'your'} zones`,
    ],
  },
  cron: {
    on: (_, { read }, { parts }) => {
      const jobs = parts.filter(isAnswer).filter(({ key }) => key.startsWith('cron.schedules.'));
      const on = jobs.filter((job) => read(job) === true);
      return [
        on.length === jobs.length ? `${jobs.length} jobs` : `${on.length} of ${jobs.length} jobs`,
      ];
    },
    off: 'in-process schedulers only',
  },
  mlWorker: { off: 'no LightGBM training' },
  postgres: {
    on: ({ answer }, { read }) => {
      const replicas = answer.get('postgresExternalReplicas');
      const count = Number((replicas && read(replicas)) ?? 0);
      const shape = provider.shape;
      const chosen = read(provider);
      const maker = shape.type === 'choice' && shape.choices.find(({ value }) => value === chosen);
      return [
        count > 0
          ? `primary, ${count} read ${count === 1 ? 'replica' : 'replicas'}`
          : 'primary only',
        ...(maker && chosen !== provider.default ? [maker.label] : []),
      ];
    },
  },
  redis: {
    on: ({ answer }, { read }) => {
      const cluster = answer.get('redis.cluster');
      return [cluster && read(cluster) === true ? 'cluster mode' : 'single node'];
    },
  },
  opensearch: { on: () => ['OpenSearch'], off: 'Postgres full-text search' },
  eventbus: { off: 'events go to Redis pub/sub' },
};
