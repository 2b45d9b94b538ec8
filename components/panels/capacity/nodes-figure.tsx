import { inFigures } from '@/lib/domain/in-figures';
import { isKnown, type Unknown } from '@/lib/outputs/capacity/figure';
import type { NodeGroup, NodePlan } from '@/lib/outputs/capacity/nodes';
import { FigureCard, UnknownFigure } from './figure-card';
import { OriginText } from './origin-text';

/** How many nodes of the operator's size the pods take. */
export function NodesFigure({ plan }: { readonly plan: NodePlan | Unknown }) {
  return (
    <FigureCard title="Nodes that it takes">
      {isKnown(plan) ? <Known plan={plan} /> : <UnknownFigure of={plan} />}
    </FigureCard>
  );
}

function Known({ plan: { groups, floor, ceiling, misfits } }: { readonly plan: NodePlan }) {
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
