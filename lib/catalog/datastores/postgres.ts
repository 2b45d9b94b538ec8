import { wholeNumber } from '@/lib/domain/declare';
import type { Option } from '@/lib/domain/option';
import { source } from '../sources';

const replicas = wholeNumber({
  key: 'postgresExternalReplicas',
  label: 'Read replicas that you have provisioned',
  help: 'Beside the primary. The analytics path reads this number to decide whether to fan out; 0 means primary only.',
  unit: 'replicas',
  provenance: 'documented',
  source: source.overlayKeys,
  default: 2,
  min: 0,
  max: 100,
});

export const postgres: Option = {
  id: 'postgres',
  section: 'datastores',
  title: 'Postgres',
  summary:
    'External: RDS, Aurora, Supabase or your own. No other mode is documented at this scale.',
  parts: [
    {
      path: 'postgres.mode',
      provenance: 'documented',
      source: source.datastores,
      value: () => 'external',
    },
    replicas,
  ],
  limits: [
    {
      id: 'postgres-replicas-advisory',
      severity: 'limit',
      when: ({ read }) => (read(replicas) ?? 0) > 0,
      keys: [replicas.key],
      message: ({ read }) =>
        `${read(replicas) === 1 ? 'One read replica is' : `${read(replicas)} read replicas are`} only a note to the chart: it creates none, does not fail when the count is wrong, and does not rebalance reads when one disappears. You provision the replicas and publish their connection strings.`,
      short: 'Advisory: the chart creates no replica, checks no count and rebalances no reads.',
      source: source.honestLimits,
    },
    {
      id: 'postgres-primary-only',
      severity: 'limit',
      when: ({ read }) => read(replicas) === 0,
      keys: [replicas.key],
      message: () =>
        'With 0 read replicas analytics reads stay on the primary, beside the requests that serve customers. Provision a replica and set its count before heavy reporting.',
      short: 'Analytics reads stay on the primary.',
      source: source.overlayKeys,
    },
  ],
  prerequisites: [
    {
      id: 'postgres-primary',
      text: () => 'Postgres 15 or later, reachable from the cluster, with its URL in DATABASE_URL.',
      verify: () => "psql \"$DATABASE_URL\" -c 'SHOW server_version' -c 'SHOW max_connections'",
      basis: 'documented',
    },
    {
      id: 'postgres-replicas',
      when: ({ read }) => (read(replicas) ?? 0) > 0,
      text: ({ read }) =>
        `${read(replicas)} read ${read(replicas) === 1 ? 'replica' : 'replicas'} of that primary, streaming.`,
      verify: () =>
        'psql "$DATABASE_URL" -c \'SELECT client_addr, state FROM pg_stat_replication\'',
      limit: 'postgres-replicas-advisory',
      basis: 'documented',
    },
  ],
};
