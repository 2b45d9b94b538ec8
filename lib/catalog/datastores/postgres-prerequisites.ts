import type { Answer, Read } from '@/lib/domain/answer';
import type { Prerequisite } from '@/lib/domain/option';
import { plural, wordFor } from '@/lib/domain/plural';
import { reachFromCluster, secretsWith } from '../commands';
import { provider } from '../plan/postgres-connections';

const RDS_INSTANCE = 'aws rds describe-db-instances --db-instance-identifier "$DB_INSTANCE"';
const AURORA_CLUSTER = 'aws rds describe-db-clusters --db-cluster-identifier "$DB_CLUSTER"';

/** How each provider shows its replicas. Aurora's readers share storage, so pg_stat_replication does not list them. */
const REPLICAS = {
  rds: `${RDS_INSTANCE} --query 'DBInstances[0].ReadReplicaDBInstanceIdentifiers'`,
  aurora: `${AURORA_CLUSTER} --query 'DBClusters[0].DBClusterMembers[?IsClusterWriter==\`false\`].DBInstanceIdentifier'`,
  supabase: 'psql "$REPLICA_DATABASE_URL" -c \'SELECT pg_is_in_recovery()\'',
  other: 'psql "$DATABASE_URL" -c \'SELECT client_addr, state FROM pg_stat_replication\'',
} as const;

const isOn = (read: Read, name: keyof typeof REPLICAS) => read(provider) === name;

/**
 * What must exist of Postgres, with the commands of its provider.
 * @param replicas the answer that counts the read replicas
 */
export function postgresPrerequisites(replicas: Answer<number>): Prerequisite[] {
  return [
    {
      id: 'postgres-primary',
      text: 'Postgres 15 or later, reachable from the cluster, with its URL in DATABASE_URL.',
      verify: "psql \"$DATABASE_URL\" -c 'SHOW server_version' -c 'SHOW max_connections'",
      origin: 'documented',
    },
    {
      id: 'postgres-secret',
      text: 'DATABASE_URL in a Secret, by name only: its value holds a password. Every process requires it, and the ML worker must use the same database as the API. Which Secret the chart reads it from is not documented.',
      verify: secretsWith('DATABASE_URL'),
      origin: 'documented',
    },
    {
      id: 'postgres-rds',
      when: ({ read }) => isOn(read, 'rds'),
      text: 'The RDS instance, available, of the class that you sized, in more than one zone.',
      verify: `${RDS_INSTANCE} --query 'DBInstances[0].[DBInstanceStatus,EngineVersion,DBInstanceClass,MultiAZ]'`,
      origin: 'general',
    },
    {
      id: 'postgres-aurora',
      when: ({ read }) => isOn(read, 'aurora'),
      text: 'The Aurora cluster, available, with its writer.',
      verify: `${AURORA_CLUSTER} --query 'DBClusters[0].[Status,EngineVersion,Endpoint,ReaderEndpoint]'`,
      origin: 'general',
    },
    {
      id: 'postgres-supabase',
      when: ({ read }) => isOn(read, 'supabase'),
      text: 'A way from the cluster to Supabase. Its direct connection is IPv6 unless the project has the IPv4 add-on; the session pooler answers on IPv4.',
      verify: reachFromCluster('supabase', [['"$PGHOST"', '5432']]),
      origin: 'general',
    },
    {
      id: 'postgres-replicas',
      when: ({ read }) => (read(replicas) ?? 0) > 0,
      text: ({ read }) =>
        `${plural(read(replicas) ?? 0, 'read replica')} of that primary, running, and ${wordFor(read(replicas) ?? 0, 'its connection string', 'their connection strings')} published to whoever reads. The chart creates none and does not notice a wrong count.${isOn(read, 'supabase') ? ' The command answers t on a replica: run it for each.' : ''}`,
      verify: ({ read }) => REPLICAS[read(provider) ?? 'other'],
      limit: 'postgres-replicas-advisory',
      origin: 'documented',
    },
  ];
}
