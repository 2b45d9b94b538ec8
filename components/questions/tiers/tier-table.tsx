import type { CatalogOption } from '@/lib/domain/catalog';
import { GroupForm } from '../option-group';
import { COLUMNS, TierRows } from './tier-rows';

/** The tiers as the documentation lists them, one a row; what may be left off stands last. */
export function TierTable({ tiers }: { readonly tiers: readonly CatalogOption[] }) {
  const inOrder = tiers.toSorted(
    (one, other) => (one.order ?? Infinity) - (other.order ?? Infinity),
  );
  const rows = (isOptional: boolean) =>
    inOrder
      .filter(({ optional }) => (optional !== undefined) === isOptional)
      .map((tier) => <TierRows tier={tier} key={tier.id} />);
  const optional = rows(true);
  return (
    <GroupForm>
      <table className="tiers" aria-label="Tiers">
        <colgroup>
          <col />
          <col className="col-pods" />
          <col className="col-quantity" span={4} />
          <col className="col-limits" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              Tier
            </th>
            <th scope="colgroup">Pods</th>
            {['Requests', 'Limits'].map((of) => (
              <th scope="colgroup" colSpan={2} className="first" key={of}>
                {of}
              </th>
            ))}
            <td rowSpan={2} />
          </tr>
          <tr>
            <th scope="col">min → max</th>
            {['requests', 'limits'].flatMap((of) => [
              <th scope="col" className="first" key={`${of} cpu`}>
                CPU
              </th>,
              <th scope="col" key={`${of} memory`}>
                Memory
              </th>,
            ])}
          </tr>
        </thead>
        {rows(false)}
        {optional.length > 0 && (
          <tbody className="tier-group">
            <tr>
              <th scope="rowgroup" colSpan={COLUMNS}>
                Optional tiers: off in the documented overlay
              </th>
            </tr>
          </tbody>
        )}
        {optional}
      </table>
    </GroupForm>
  );
}
