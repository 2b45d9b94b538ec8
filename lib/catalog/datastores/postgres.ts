import { wholeNumber } from '@/lib/domain/declare';
import { whileChosen } from '@/lib/domain/limit';
import type { Option } from '@/lib/domain/option';
import { plural } from '@/lib/domain/plural';
import { providerLabel } from '../plan/postgres-connections';
import { documented, source } from '../sources';
import { postgresPrerequisites } from './postgres-prerequisites';

const replicas = wholeNumber({
  key: 'postgresExternalReplicas',
  shows: { in: 'configuration' },
  overlayOnly: true,
  label: 'Read replicas that you have provisioned',
  help: 'Beside the primary. The analytics path reads this number to decide whether to fan out; 0 means primary only.',
  unit: 'replicas',
  ...documented(source.overlayKeys),
  default: 2,
  min: 0,
  max: 100,
});

export const postgres: Option = {
  id: 'postgres',
  step: 'datastores',
  title: 'Postgres',
  summary:
    'External: RDS, Aurora, Supabase or your own. No other mode is documented at this scale.',
  facts(read) {
    const count = read(replicas) ?? 0;
    const provider = providerLabel(read);
    return [
      count > 0 ? `primary, ${plural(count, 'read replica')}` : 'primary only',
      ...(provider === undefined ? [] : [provider]),
    ];
  },
  parts: [
    {
      path: 'postgres.mode',
      shows: { in: 'no manifest' },
      ...documented(source.datastores),
      serves: replicas.key,
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
        `The chart only notes the count of ${plural(read(replicas) ?? 0, 'read replica')}, for the analytics path: it creates none, does not fail when the count is wrong, and does not rebalance reads when one disappears. You provision the replicas and publish their connection strings.`,
      short: 'The chart creates no replica, checks no count and rebalances no reads.',
      source: source.honestLimits,
    },
    {
      id: 'postgres-primary-only',
      severity: 'limit',
      ...whileChosen(replicas, 0),
      message:
        'With 0 read replicas analytics reads stay on the primary, beside the requests that serve customers. Provision a replica and set its count before heavy reporting.',
      short: 'Analytics reads stay on the primary.',
      source: source.overlayKeys,
    },
  ],
  prerequisites: postgresPrerequisites(replicas),
};
