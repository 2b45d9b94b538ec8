import type { Catalog } from '@/lib/domain/catalog';
import { inFigures } from '@/lib/domain/in-figures';
import type { Reading } from '@/lib/reading/reading';
import { answered, derived, type Figure, type Unknown } from './figure';

/** The scaling runbook's RDS ladder. Other makers' instances have other figures. */
export const RDS_LADDER = [
  { instance: 'db.t3.medium', vcpu: 2, memoryGiB: 4, maxConnections: 100 },
  { instance: 'db.r6g.large', vcpu: 2, memoryGiB: 16, maxConnections: 200 },
  { instance: 'db.r6g.xlarge', vcpu: 4, memoryGiB: 32, maxConnections: 400 },
  { instance: 'db.r6g.2xlarge', vcpu: 8, memoryGiB: 64, maxConnections: 800 },
  { instance: 'db.r6g.4xlarge', vcpu: 16, memoryGiB: 128, maxConnections: 1600 },
] as const;

/** Postgres connections at the ceiling. */
export interface ConnectionPlan {
  readonly opened: Figure;
  /** What Postgres accepts; absent while that is blank. */
  readonly accepted?: Figure;
  /** The largest pool with which every pod is answered; absent while what Postgres accepts is blank. */
  readonly largestPool?: Figure;
  readonly isEnough?: boolean;
  /** The first rung of the documented ladder that accepts what is opened; absent when none does. */
  readonly rung?: (typeof RDS_LADDER)[number];
}

/** Whether Postgres can answer every pod at the ceiling, by the same sum as the limit `postgres-connections`. */
export function connectionPlan(
  { options }: Catalog,
  { read, capacity }: Reading,
): ConnectionPlan | Unknown {
  const demand = options.find(({ connections }) => connections)?.connections;
  const [pool, accepted] = [answered(demand?.poolSize, read), answered(demand?.accepted, read)];
  if (!pool) {
    return {
      unknown: 'How many connections the pods open depends on the pool of one pod.',
      needs: demand ? [demand.poolSize.key] : [],
    };
  }
  const { pods } = capacity.max;
  const opened = derived(pods * pool.value, `${inFigures(pods)} × ${inFigures(pool.value)}`);
  const rung = RDS_LADDER.find((one) => one.maxConnections >= opened.value);
  return {
    opened,
    ...(accepted && {
      accepted,
      isEnough: opened.value <= accepted.value,
      ...(pods > 0 && {
        largestPool: derived(
          Math.floor(accepted.value / pods),
          `${inFigures(accepted.value)} ÷ ${inFigures(pods)}, rounded down`,
        ),
      }),
    }),
    ...(rung && { rung }),
  };
}
