import { useWizard } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { inFigures } from '@/lib/domain/in-figures';
import type { ConnectionPlan } from '@/lib/outputs/capacity/connections';
import type { Figure } from '@/lib/outputs/capacity/figure';
import type { LoadPlan } from '@/lib/outputs/capacity/load';
import type { NodeGroup, NodePlan } from '@/lib/outputs/capacity/nodes';

/** How many nodes of the operator's size the pods take. */
export function NodesFigure({ plan }: { readonly plan: NodePlan }) {
  const { groups, floor, ceiling, misfits } = plan;
  const span = `${inFigures(floor.value)} → ${inFigures(ceiling.value)}`;
  return (
    <>
      <p className="big" key={span}>
        {span} <small>nodes</small>
      </p>
      {misfits.map(({ id, why }) => (
        <p className="help problem" key={id}>
          {why}
        </p>
      ))}
      {groups.map((group) => (
        <p className="help" key={group.id}>
          <Group of={group} />
        </p>
      ))}
    </>
  );
}

function Group({ of: { title, floor, ceiling } }: { readonly of: NodeGroup }) {
  const least =
    ceiling.atLeast.value < ceiling.nodes.value
      ? ` No packing does with fewer than ${inFigures(ceiling.atLeast.value)}.`
      : '';
  return (
    <span key={`${floor.nodes.value} ${ceiling.nodes.how} ${least}`}>
      {title}: {inFigures(floor.nodes.value)} → {inFigures(ceiling.nodes.value)}.{' '}
      <OriginText of={ceiling.nodes} />.{least}
    </span>
  );
}

/** How many API pods the peak takes, beside the maximum. */
export function LoadFigure({ plan }: { readonly plan: LoadPlan }) {
  const { answer } = useWizard();
  const { pods, maximum, raise, outOfReach } = plan;
  return (
    <>
      <p className="big" key={`${pods.value} ${maximum.value}`}>
        {inFigures(pods.value)} <small>of {inFigures(maximum.value)} allowed</small>
      </p>
      <p className="help">
        <OriginText of={pods} />. The maximum: <OriginText of={maximum} />.
      </p>
      {raise && (
        <Button key={raise.to} onClick={() => answer(raise.key, String(raise.to))}>
          Raise the maximum to {inFigures(raise.to)}
        </Button>
      )}
      {outOfReach !== undefined && <p className="help problem">{outOfReach}</p>}
    </>
  );
}

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

/** Where a figure comes from, in words. */
function OriginText({ of: { origin, how } }: { readonly of: Figure }) {
  return (
    <span key={origin + how}>
      <b>
        {origin === 'derived' ? 'Derived' : origin === 'documented' ? 'Documented' : 'Your number'}
      </b>{' '}
      {how}
    </span>
  );
}
