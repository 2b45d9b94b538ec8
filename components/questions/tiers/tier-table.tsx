import type { Option } from '@/lib/domain/option';
import { CELL, COLUMNS, ROW, ROW_GROUP, TABLE } from './tier';
import { TierRows } from './tier-rows';

/** The tiers as the documentation lists them, one a row; what may be left off stands last. */
export function TierTable({ tiers }: { readonly tiers: readonly Option[] }) {
  const inOrder = tiers.toSorted(
    (one, other) => (one.order ?? Infinity) - (other.order ?? Infinity),
  );
  const optional = inOrder.filter(({ optional }) => optional);
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <table className="tiers" aria-label="Tiers" {...TABLE}>
        <colgroup>
          <col />
          <col className="col-pods" />
          <col className="col-cpu" />
          <col className="col-memory" />
          <col className="col-cpu" />
          <col className="col-memory" />
          <col className="col-limits" />
        </colgroup>
        <thead {...ROW_GROUP}>
          <tr {...ROW}>
            <th scope="col" rowSpan={2}>
              Tier
            </th>
            <th scope="colgroup">Pods</th>
            <th scope="colgroup" colSpan={2} className="first">
              Requests
            </th>
            <th scope="colgroup" colSpan={2} className="first">
              Limits
            </th>
            <td rowSpan={2} />
          </tr>
          <tr className="sub" {...ROW}>
            <th scope="col">min → max</th>
            <th scope="col" className="first">
              CPU
            </th>
            <th scope="col">Memory</th>
            <th scope="col" className="first">
              CPU
            </th>
            <th scope="col">Memory</th>
          </tr>
        </thead>
        {inOrder
          .filter(({ optional }) => !optional)
          .map((tier) => (
            <TierRows tier={tier} key={tier.id} />
          ))}
        {optional.length > 0 && (
          <tbody className="tier-group" {...ROW_GROUP}>
            <tr {...ROW}>
              <th scope="rowgroup" colSpan={COLUMNS} {...CELL}>
                Optional tiers: off in the documented overlay
              </th>
            </tr>
          </tbody>
        )}
        {optional.map((tier) => (
          <TierRows tier={tier} key={tier.id} />
        ))}
      </table>
    </form>
  );
}
