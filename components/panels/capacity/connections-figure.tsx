import { inFigures } from '@/lib/domain/in-figures';
import type { ConnectionPlan } from '@/lib/outputs/capacity/connections';
import { OriginText } from './origin-text';

/** Connections at the ceiling against what Postgres accepts. */
export function ConnectionsFigure({ plan }: { readonly plan: ConnectionPlan }) {
  const { opened, accepted, largestPool, isEnough } = plan;
  return (
    <>
      <p className="big" key={`${opened.value} ${accepted?.value}`}>
        {inFigures(opened.value)}{' '}
        <small>
          {accepted ? `of ${inFigures(accepted.value)} connections` : 'connections opened'}
        </small>
      </p>
      <p className="help">
        <OriginText of={opened} />.
      </p>
      {accepted && (
        <p className={isEnough ? 'help' : 'help problem'} key={String(isEnough)}>
          {isEnough ? 'Enough.' : 'Not enough: put PgBouncer between, or shrink the pool.'}
        </p>
      )}
      {largestPool && (
        <p className="help" key={largestPool.value}>
          The largest pool that fits: {inFigures(largestPool.value)} a pod.
        </p>
      )}
    </>
  );
}
