'use client';

import { TableScroll } from '@/components/ui/table-scroll';
import { isKnown, type Unknown } from '@/lib/outputs/capacity/figure';
import {
  type NodeCount,
  type NodePlan,
  PACKING_LEAVES_OUT,
  PACKING_METHOD,
} from '@/lib/outputs/capacity/nodes';
import { FigureText } from './figure-text';
import { UnknownText } from './unknown-text';

/** How many nodes of the operator's size the pods take. */
export function NodesPlan({ plan }: { readonly plan: NodePlan | Unknown }) {
  return (
    <section className="group" aria-labelledby="nodes-plan-title">
      <h3 id="nodes-plan-title">Nodes that it takes</h3>
      {isKnown(plan) ? <Known plan={plan} /> : <UnknownText of={plan} />}
    </section>
  );
}

function Known({ plan: { groups, floor, ceiling, misfits } }: { readonly plan: NodePlan }) {
  return (
    <>
      {misfits.map(({ id, why }) => (
        <p className="verdict bad" key={id}>
          {why}
        </p>
      ))}
      <TableScroll>
        <table>
          <thead>
            <tr>
              <th scope="col">Group of nodes</th>
              <th scope="col">At the floor</th>
              <th scope="col">At the ceiling</th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.id}>
                <th scope="row">{group.title}</th>
                <CountCell of={group.floor} />
                <CountCell of={group.ceiling} />
              </tr>
            ))}
          </tbody>
          {groups.length > 1 && (
            <tfoot>
              <tr>
                <th scope="row">Together</th>
                <td>
                  <FigureText of={floor} unit="nodes" />
                </td>
                <td>
                  <FigureText of={ceiling} unit="nodes" />
                </td>
              </tr>
            </tfoot>
          )}
        </table>
      </TableScroll>
      <details className="method">
        <summary>How this was packed, and what it leaves out</summary>
        <p className="help">{PACKING_METHOD}</p>
        <p className="help">{PACKING_LEAVES_OUT}</p>
      </details>
    </>
  );
}

function CountCell({ of: { nodes, atLeast } }: { readonly of: NodeCount }) {
  return (
    <td>
      <FigureText of={nodes} unit={nodes.value === 1 ? 'node' : 'nodes'} />
      {atLeast.value < nodes.value && (
        <span className="origin"> No packing does with fewer than {atLeast.value}.</span>
      )}
    </td>
  );
}
