import { inFigures } from '@/lib/domain/in-figures';
import type { NodeGroup, NodePlan } from '@/lib/outputs/capacity/nodes';
import { OriginText } from './origin-text';

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
