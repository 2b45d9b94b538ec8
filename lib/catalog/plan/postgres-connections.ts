import type { Read } from '@/lib/domain/answer';
import { choiceAnswer, wholeNumber } from '@/lib/domain/declare';
import { type MakeFigure, missing } from '@/lib/domain/figure';
import { caution, type Situation } from '@/lib/domain/limit';
import type { Option } from '@/lib/domain/option';
import { inFigures, plural } from '@/lib/domain/plural';
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

/** PostgreSQL keeps these for superusers (`superuser_reserved_connections`). */
const RESERVED = 3;
/** Kubernetes' default `maxSurge` of a Deployment. */
const SURGE = 0.25;

/** All that the pods open at the ceiling while the API is rolled out, and what is free for them; `undefined` without a pool. */
function connectionsAtCeiling({ read, capacity }: Situation) {
  const [pool, accepted, { pods }] = [read(poolSize), read(maxConnections), capacity.max];
  if (pool === undefined) return undefined;
  const surge = Math.ceil((read(maxApiReplicas) ?? 0) * SURGE);
  const free = accepted === undefined ? undefined : Math.max(0, accepted - RESERVED);
  return { pods, surge, pool, accepted, opened: (pods + surge) * pool, free };
}

/** The scaling runbook's RDS ladder. Other makers' instances have other figures. */
const RDS_LADDER = [
  { instance: 'db.t3.medium', size: '2 vCPU, 4 GiB', accepts: 100 },
  { instance: 'db.r6g.large', size: '2 vCPU, 16 GiB', accepts: 200 },
  { instance: 'db.r6g.xlarge', size: '4 vCPU, 32 GiB', accepts: 400 },
  { instance: 'db.r6g.2xlarge', size: '8 vCPU, 64 GiB', accepts: 800 },
  { instance: 'db.r6g.4xlarge', size: '16 vCPU, 128 GiB', accepts: 1600 },
];

/** Whether Postgres can answer every pod at the ceiling, by the same sum as the limit `postgres-connections`. */
const connectionsFigure: MakeFigure = (situation) => {
  const about = 'Postgres at the ceiling';
  const needs = missing(situation, poolSize);
  const counted = connectionsAtCeiling(situation);
  if (!counted) {
    const says = ['How many connections the pods open depends on the pool of one pod.'];
    return { about, value: undefined, unit: '', says, needs };
  }
  const { pods, surge, pool, accepted, opened, free } = counted;
  const podsText = surge > 0 ? `(${inFigures(pods)} + ${surge} of a rollout)` : inFigures(pods);
  const rung = RDS_LADDER.find(({ accepts }) => accepts - RESERVED >= opened);
  const ladder = rung
    ? `On the documented RDS ladder ${rung.instance} (${rung.size}, ${inFigures(rung.accepts)} connections) is the first that is enough.`
    : 'No instance of the documented RDS ladder is enough.';
  const largest = Math.floor((free ?? 0) / (pods + surge));
  return {
    about,
    value: opened,
    unit: free === undefined ? 'connections opened' : `of ${inFigures(free)} connections`,
    says: [
      `${podsText} × ${inFigures(pool)}.`,
      ...(free === undefined
        ? []
        : [
            `Left for them: ${inFigures(accepted ?? 0)} − ${RESERVED} that PostgreSQL reserves. The largest pool that fits: ${inFigures(largest)} a pod.`,
          ]),
      `${ladder} Other makers’ instances have other figures.`,
    ],
    problem:
      free !== undefined && opened > free
        ? 'Not enough: put PgBouncer between, or shrink the pool.'
        : undefined,
    needs,
  };
};

/** What each provider says of the number that it accepts. */
const ACCEPTED = {
  rds: 'KaireonAI’s ladder for RDS ends at 1,600 (db.r6g.4xlarge).',
  aurora:
    'Aurora sets max_connections from the instance’s memory, by default as LEAST({DBInstanceClassMemory/9531392}, 5000); KaireonAI’s ladder is for RDS.',
  supabase:
    'Supabase’s pooler, Supavisor, accepts more clients than the database has connections; KaireonAI’s ladder is for RDS.',
  other: 'KaireonAI’s ladder, which is for RDS, ends at 1,600 (db.r6g.4xlarge).',
} as const;

/** Asked where Postgres is. */
export const postgresProvider: Option = {
  id: 'postgres-provider',
  step: 'datastores',
  title: 'Postgres primary',
  summary: 'Who runs it.',
  about: 'postgres',
  parts: [provider],
};

export const postgresConnections: Option = {
  id: 'postgres-connections',
  step: 'cluster',
  title: 'Postgres connections',
  summary: 'Whether the database can answer every pod at the ceiling.',
  about: 'postgres',
  figures: [connectionsFigure],
  parts: [maxConnections, poolSize],
  limits: [
    caution('postgres-connections', {
      when(situation) {
        const { opened: all = 0, free = Infinity } = connectionsAtCeiling(situation) ?? {};
        return all > free;
      },
      keys: [],
      beside: maxConnections.key,
      message(situation) {
        const { read } = situation;
        const {
          pods = 0,
          surge = 0,
          opened: all = 0,
          free = 0,
        } = connectionsAtCeiling(situation) ?? {};
        return `The pods open ${inFigures(all)} connections at the ceiling, and ${inFigures(free)} are free. They are ${inFigures(pods)} pods, and ${plural(surge, 'pod')} more while the API is rolled out, with ${plural(read(poolSize) ?? 0, 'connection')} each. Of the ${inFigures(read(maxConnections) ?? 0)} that you entered Postgres keeps ${RESERVED} for superusers (superuser_reserved_connections). ${ACCEPTED[read(provider) ?? 'other']} Put PgBouncer in between and enter its max_client_conn, shrink the pool, or take a larger instance.`;
      },
      source: `${source.scaling}; PostgreSQL: Connections and Authentication; arithmetic on your numbers`,
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
