import type { Read } from '@/lib/domain/answer';
import { choiceAnswer, wholeNumber } from '@/lib/domain/declare';
import { inFigures } from '@/lib/domain/in-figures';
import { caution, type Situation } from '@/lib/domain/limit';
import type { Option } from '@/lib/domain/option';
import {
  type ConnectionDemand,
  connectionsAtCeiling,
  RESERVED_CONNECTIONS,
} from '@/lib/domain/plan';
import { plural } from '@/lib/domain/plural';
import { source } from '../sources';
import { maxApiReplicas } from '../tiers/api';

const PROVIDERS = [
  { value: 'other', label: 'Other', summary: 'Self-managed, CloudNativePG or another service.' },
  { value: 'rds', label: 'Amazon RDS', summary: 'RDS for PostgreSQL.' },
  { value: 'aurora', label: 'Amazon Aurora', summary: 'Aurora PostgreSQL.' },
  { value: 'supabase', label: 'Supabase', summary: 'Managed Supabase.' },
] as const;

export const provider = choiceAnswer('plan.postgresProvider', {
  label: 'Postgres provider',
  help: 'Who runs the primary. It decides which commands the checks name.',
  source: source.plan,
  default: 'other',
  choices: PROVIDERS,
});

/** The provider by name; `undefined` while none that is known by name is chosen. */
export function providerLabel(read: Read): string | undefined {
  const chosen = read(provider);
  return chosen === 'other' ? undefined : PROVIDERS.find(({ value }) => value === chosen)?.label;
}

const maxConnections = wholeNumber('plan.postgresMaxConnections', {
  label: 'Connections accepted',
  help: 'max_connections of the primary, or max_client_conn of PgBouncer where that stands in between.',
  unit: 'connections',
  source: source.plan,
  bounds: [1, 100_000],
});

const poolSize = wholeNumber('plan.postgresPoolSize', {
  label: 'Pool of one pod',
  help: 'The most connections that one pod opens.',
  unit: 'connections',
  source: source.plan,
  bounds: [1, 1_000],
});

const connections: ConnectionDemand = {
  poolSize,
  accepted: maxConnections,
  surgeOf: maxApiReplicas,
};

/** All that the pods open at the ceiling, during a rollout. */
const opened = ({ read, capacity }: Situation) =>
  connectionsAtCeiling(connections, capacity.max.pods, read);

/** What each provider says of the number that it accepts. */
const ACCEPTED = {
  rds: 'KaireonAI’s ladder for RDS ends at 1,600 (db.r6g.4xlarge).',
  aurora:
    'Aurora sets max_connections from the instance’s memory, by default as LEAST({DBInstanceClassMemory/9531392}, 5000); KaireonAI’s ladder is for RDS.',
  supabase:
    'Supabase’s pooler, Supavisor, accepts more clients than the database has connections; KaireonAI’s ladder is for RDS.',
  other: 'KaireonAI’s ladder, which is for RDS, ends at 1,600 (db.r6g.4xlarge).',
} as const;

export const postgresConnections: Option = {
  id: 'postgres-connections',
  step: 'cluster',
  title: 'Postgres connections',
  summary: 'Whether the database can answer every pod at the ceiling.',
  about: 'postgres',
  connections,
  parts: [provider, maxConnections, poolSize],
  limits: [
    caution('postgres-connections', {
      when(situation) {
        const { opened: all = 0, free = Infinity } = opened(situation) ?? {};
        return all > free;
      },
      keys: [],
      beside: maxConnections.key,
      message(situation) {
        const { read } = situation;
        const { pods = 0, surge = 0, opened: all = 0, free = 0 } = opened(situation) ?? {};
        return `The pods open ${inFigures(all)} connections at the ceiling, and ${inFigures(free)} are free. They are ${inFigures(pods)} pods, and ${plural(surge, 'pod')} more while the API is rolled out, with ${plural(read(poolSize) ?? 0, 'connection')} each. Of the ${inFigures(read(maxConnections) ?? 0)} that you entered Postgres keeps ${RESERVED_CONNECTIONS} for superusers (superuser_reserved_connections). ${ACCEPTED[read(provider) ?? 'other']} Put PgBouncer in between and enter its max_client_conn, shrink the pool, or take a larger instance.`;
      },
      source:
        'scaling runbook; PostgreSQL: Connections and Authentication; arithmetic on your numbers',
    }),
  ],
  prerequisites: {
    'postgres-max-connections': {
      when: ({ read }) => read(maxConnections) !== undefined,
      text: ({ read, capacity }) =>
        `${inFigures(read(maxConnections) ?? 0)} connections accepted by Postgres, as you entered, for ${inFigures(capacity.max.pods)} pods at the ceiling. If PgBouncer stands in between, the number that you entered is its max_client_conn, which SHOW CONFIG on its admin database prints.`,
      verify: ({ read }) =>
        `psql "$PSQL_URL" -Atc "SELECT current_setting('max_connections')::int >= ${read(maxConnections) ?? 0}" | grep -x t`,
      good: 't, for true.',
      limit: 'postgres-connections',
    },
  },
};
