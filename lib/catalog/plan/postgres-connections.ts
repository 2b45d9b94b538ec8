import type { Read } from '@/lib/domain/answer';
import { choiceAnswer, wholeNumber } from '@/lib/domain/declare';
import { inFigures } from '@/lib/domain/in-figures';
import type { Option } from '@/lib/domain/option';
import type { ConnectionDemand } from '@/lib/domain/plan';
import { source } from '../sources';
import { maxApiReplicas } from '../tiers/api';

const PROVIDERS = [
  { value: 'other', label: 'Other', summary: 'Self-managed, CloudNativePG or another service.' },
  { value: 'rds', label: 'Amazon RDS', summary: 'RDS for PostgreSQL.' },
  { value: 'aurora', label: 'Amazon Aurora', summary: 'Aurora PostgreSQL.' },
  { value: 'supabase', label: 'Supabase', summary: 'Managed Supabase.' },
] as const;

export const provider = choiceAnswer({
  key: 'plan.postgresProvider',
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

const maxConnections = wholeNumber({
  key: 'plan.postgresMaxConnections',
  label: 'Connections accepted',
  help: 'max_connections of the primary, or of PgBouncer if that stands between.',
  unit: 'connections',
  source: source.plan,
  default: '',
  min: 1,
  max: 100_000,
});

const poolSize = wholeNumber({
  key: 'plan.postgresPoolSize',
  label: 'Pool of one pod',
  help: 'The most connections that one pod opens.',
  unit: 'connections',
  source: source.plan,
  default: '',
  min: 1,
  max: 1_000,
});

const connections: ConnectionDemand = {
  poolSize,
  accepted: maxConnections,
  surgeOf: maxApiReplicas,
};

export const postgresConnections: Option = {
  id: 'postgres-connections',
  step: 'cluster',
  title: 'Postgres connections',
  summary: 'Whether the database can answer every pod at the ceiling.',
  about: 'postgres',
  connections,
  parts: [provider, maxConnections, poolSize],
  limits: [
    {
      id: 'postgres-connections',
      severity: 'caution',
      when: ({ read, capacity }) =>
        capacity.max.pods * (read(poolSize) ?? 0) > (read(maxConnections) ?? Infinity),
      keys: [],
      beside: maxConnections.key,
      message: ({ read, capacity }) =>
        `At the ceiling ${inFigures(capacity.max.pods)} pods with ${read(poolSize)} connections each open ${inFigures(capacity.max.pods * (read(poolSize) ?? 0))}, and Postgres accepts ${inFigures(read(maxConnections) ?? 0)}. The scaling runbook’s RDS ladder ends at 1,600 (db.r6g.4xlarge). Put PgBouncer in between, shrink the pool, or take a larger instance.`,
      short: ({ read, capacity }) =>
        `${inFigures(capacity.max.pods * (read(poolSize) ?? 0))} connections at the ceiling, ${inFigures(read(maxConnections) ?? 0)} accepted.`,
      source: 'scaling runbook; arithmetic on your numbers',
    },
  ],
  prerequisites: [
    {
      id: 'postgres-max-connections',
      when: ({ read }) => read(maxConnections) !== undefined,
      text: ({ read, capacity }) =>
        `${inFigures(read(maxConnections) ?? 0)} connections accepted by Postgres, as you entered, for ${inFigures(capacity.max.pods)} pods at the ceiling. A pooler in between answers for the database behind it, not for itself.`,
      verify: 'psql "$DATABASE_URL" -Atc \'SHOW max_connections\'',
      limit: 'postgres-connections',
      origin: 'general',
    },
  ],
};
