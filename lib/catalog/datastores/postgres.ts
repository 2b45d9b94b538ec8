import type { Read } from '@/lib/domain/answer';
import { wholeNumber } from '@/lib/domain/declare';
import { limit, whileChosen } from '@/lib/domain/limit';
import type { Option, Prerequisites } from '@/lib/domain/option';
import { plural, wordFor } from '@/lib/domain/plural';
import { atLeast, inState, reachFromCluster, secretsWith } from '../commands';
import { provider, providerLabel } from '../plan/postgres-connections';
import { documented, source } from '../sources';

const replicas = wholeNumber('postgresExternalReplicas', {
  shows: { in: 'configuration' },
  overlayOnly: true,
  label: 'Read replicas that you have provisioned',
  help: 'Beside the primary. The analytics path reads this number to decide whether to fan out; 0 means primary only.',
  unit: 'replicas',
  ...documented(source.overlayKeys),
  default: 2,
  bounds: [0, 100],
});

const RDS_INSTANCE = 'aws rds describe-db-instances --db-instance-identifier "$DB_INSTANCE"';
const AURORA_CLUSTER = 'aws rds describe-db-clusters --db-cluster-identifier "$DB_CLUSTER"';
const NAMES = "--output text | tr '\\t' '\\n'";

/** How each provider shows its replicas, a line each. Aurora's readers share storage, so pg_stat_replication has none. */
const REPLICAS = {
  rds: `${RDS_INSTANCE} --query 'DBInstances[0].ReadReplicaDBInstanceIdentifiers' ${NAMES}`,
  aurora: `${AURORA_CLUSTER} --query 'DBClusters[0].DBClusterMembers[?IsClusterWriter==\`false\`].DBInstanceIdentifier' ${NAMES}`,
  supabase: undefined,
  other:
    'psql "$PSQL_URL" -Atc "SELECT client_addr, state FROM pg_stat_replication WHERE state = \'streaming\'"',
} as const;

const isRunBy = (read: Read, name: keyof typeof REPLICAS) => read(provider) === name;
const count = (read: Read) => read(replicas) ?? 0;

const prerequisites: Prerequisites = {
  'postgres-primary': {
    text: 'Postgres 15 or later, reachable from the cluster, with its URL in DATABASE_URL. psql refuses a URL with an ORM’s parameters (?schema=, &connection_limit=, &pgbouncer=true): put the URL without them in PSQL_URL.',
    verify:
      'psql "$PSQL_URL" -Atc "SELECT current_setting(\'server_version_num\')::int >= 150000" | grep -x t',
    good: 't, for true.',
    origin: 'documented',
  },
  'postgres-secret': {
    text: 'DATABASE_URL in a Secret, by name only: its value holds a password. Every process requires it, and the ML worker must use the same database as the API. Which Secret the chart reads it from is not documented.',
    verify: secretsWith('DATABASE_URL'),
    good: 'A Secret that has DATABASE_URL.',
    origin: 'documented',
  },
  'postgres-rds': {
    when: ({ read }) => isRunBy(read, 'rds'),
    text: 'The RDS instance, available, of the class that you sized, in more than one zone.',
    verify: inState(
      RDS_INSTANCE,
      'DBInstances[0].[DBInstanceStatus, EngineVersion, DBInstanceClass, MultiAZ]',
      'available',
    ),
    good: 'available, a version from 15 on, your class and True for more than one zone.',
  },
  'postgres-aurora': {
    when: ({ read }) => isRunBy(read, 'aurora'),
    text: 'The Aurora cluster, available, with its writer.',
    verify: inState(
      AURORA_CLUSTER,
      'DBClusters[0].[Status, EngineVersion, Endpoint, ReaderEndpoint]',
      'available',
    ),
    good: 'available, a version from 15 on, and the addresses of writer and readers.',
  },
  'postgres-supabase': {
    when: ({ read }) => isRunBy(read, 'supabase'),
    text: 'A way from the cluster to Supabase. Its direct connection is IPv6 unless the project has the IPv4 add-on; the session pooler answers on IPv4.',
    ...reachFromCluster('supabase', () => [['"$PGHOST"', '5432']]),
  },
  'postgres-replicas': {
    when: ({ read }) => count(read) > 0,
    text: ({ read }) =>
      `${plural(count(read), 'read replica')} of that primary, running, and ${wordFor(count(read), 'its connection string', 'their connection strings')} published to whoever reads. The chart creates none and does not notice a wrong count.${replicaHint(read)}`,
    verify: ({ read }) => {
      const list = REPLICAS[read(provider) ?? 'other'];
      return list === undefined
        ? 'psql "$REPLICA_PSQL_URL" -Atc \'SELECT pg_is_in_recovery()\' | grep -x t'
        : `${list} | ${atLeast(count(read))}`;
    },
    good: ({ read }) =>
      isRunBy(read, 'supabase')
        ? 't, for each replica.'
        : `${plural(count(read), 'line')} or more, a replica each, and their number.`,
    limit: 'postgres-replicas-advisory',
    origin: 'documented',
  },
};

function replicaHint(read: Read): string {
  if (isRunBy(read, 'supabase')) return ' Run the command once for each replica.';
  return isRunBy(read, 'other')
    ? ' A role without pg_monitor sees no state in pg_stat_replication: grant it, or ask as a superuser.'
    : '';
}

export const postgres: Option = {
  id: 'postgres',
  step: 'datastores',
  title: 'Postgres',
  summary:
    'External: RDS, Aurora, Supabase or your own. No other mode is documented at this scale.',
  facts(read) {
    const name = providerLabel(read);
    const replicated =
      count(read) > 0 ? `primary, ${plural(count(read), 'read replica')}` : 'primary only';
    return [
      read(replicas) === undefined ? 'primary, read replicas not counted' : replicated,
      ...(name === undefined ? [] : [name]),
    ];
  },
  parts: [
    {
      path: 'postgres.mode',
      type: 'string',
      ...documented(source.datastores),
      serves: replicas.key,
      value: () => 'external',
    },
    replicas,
  ],
  limits: [
    limit('postgres-replicas-advisory', {
      when: ({ read }) => count(read) > 0,
      keys: [replicas.key],
      message: ({ read }) =>
        `The chart creates no read replica, checks no count and rebalances no reads: you provision them. The count of ${plural(count(read), 'read replica')} is a note for the analytics path. Publish their connection strings to whoever reads.`,
      source: source.honestLimits,
    }),
    limit('postgres-primary-only', {
      ...whileChosen(replicas, 0),
      message:
        'With 0 read replicas analytics reads stay on the primary. They run there beside the requests that serve customers. Provision a replica and set its count before heavy reporting.',
      source: source.overlayKeys,
    }),
  ],
  prerequisites,
};
