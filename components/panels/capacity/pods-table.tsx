import { Words } from '@/components/state/links';
import { inFigures } from '@/lib/domain/in-figures';
import type { Capacity } from '@/lib/domain/limit';
import type { Reading } from '@/lib/reading/reading';

const ENDS = ['min', 'max'] as const;
const FIGURES = [
  ['Pods', 'pods'],
  ['Cores', 'cpu'],
  ['GiB', 'memoryGiB'],
] as const;

/** What the pods of each tier request at the floor and at the ceiling. */
export function PodsTable({ reading }: { readonly reading: Reading }) {
  const { tiers, capacity, changes } = reading;
  return (
    <table className="numbers">
      <caption>
        What the pods request <small>violet: your number, all else documented or derived</small>
      </caption>
      <thead>
        <tr>
          <td />
          <th colSpan={3} scope="colgroup">
            <Words of="At the floor" />
          </th>
          <th colSpan={3} scope="colgroup">
            <Words of="At the ceiling" />
          </th>
        </tr>
        <tr>
          <th scope="col">Tier</th>
          {ENDS.flatMap((end) =>
            FIGURES.map(([title]) => (
              <th scope="col" key={end + title}>
                {title}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {tiers.map((tier) => (
          <Row
            title={tier.title}
            of={tier}
            isYours={(end) => changes.has(tier.workload.pods?.[end].key ?? '')}
            key={tier.id}
          />
        ))}
      </tbody>
      <tfoot>
        <Row title="Together" of={capacity} />
      </tfoot>
    </table>
  );
}

interface RowProps {
  readonly title: string;
  readonly of: Capacity;
  /** Whether the number of pods at an end is the operator's own. */
  readonly isYours?: (end: 'min' | 'max') => boolean;
}

const Row = ({ title, of, isYours = () => false }: RowProps) => (
  <tr>
    <th scope="row">{title}</th>
    {ENDS.flatMap((end) =>
      FIGURES.map(([, figure]) => (
        <td className={figure === 'pods' && isYours(end) ? 'yours' : undefined} key={end + figure}>
          {inFigures(of[end][figure])}
        </td>
      )),
    )}
  </tr>
);
