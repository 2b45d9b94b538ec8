import { inFigures } from '@/lib/domain/in-figures';
import type { Capacity } from '@/lib/domain/limit';
import type { Figure } from '@/lib/outputs/capacity/figure';
import type { PodQuantity, Span, TierPlan } from '@/lib/outputs/capacity/plan';

const ENDS = ['floor', 'ceiling'] as const;
const OF = ['pods', 'cpu', 'memoryGiB'] as const;

interface Props {
  readonly tiers: readonly TierPlan[];
  readonly total: Capacity;
}

/** What one pod of each tier is given, and what all of them request at the floor and at the ceiling. */
export function PodsTable({ tiers, total }: Props) {
  return (
    <table className="numbers">
      <caption>
        What the pods request <small>violet: your number, all else documented or derived</small>
      </caption>
      <thead>
        <tr>
          <td />
          <td className="one-pod" colSpan={2} />
          <th colSpan={3} scope="colgroup">
            At the floor
          </th>
          <th colSpan={3} scope="colgroup">
            At the ceiling
          </th>
        </tr>
        <tr>
          <th scope="col">Tier</th>
          <th scope="col" className="one-pod">
            One pod
          </th>
          <th scope="col" className="one-pod">
            Its limits
          </th>
          {ENDS.flatMap((end) =>
            ['Pods', 'Cores', 'GiB'].map((name, at) => (
              <th scope="col" className={at === 0 ? 'first' : undefined} key={end + name}>
                {name}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {tiers.map((tier) => (
          <tr key={tier.id}>
            <th scope="row">{tier.title}</th>
            <td className="one-pod">
              <Pair cpu={tier.pod.cpu} memory={tier.pod.memory} />
            </td>
            <td className="one-pod">
              {tier.pod.cpuLimit || tier.pod.memoryLimit ? (
                <Pair cpu={tier.pod.cpuLimit} memory={tier.pod.memoryLimit} />
              ) : (
                'none'
              )}
            </td>
            <Cells of={tier} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Together</th>
          <td className="one-pod" colSpan={2} />
          <Sums of={total} />
        </tr>
      </tfoot>
    </table>
  );
}

function Cells({ of }: { readonly of: Readonly<Record<(typeof OF)[number], Span>> }) {
  return ENDS.flatMap((end) =>
    OF.map((name, at) => <Cell of={of[name][end]} isFirst={at === 0} key={end + name} />),
  );
}

/** The tiers' figures added up: derived, whoever chose them. */
function Sums({ of }: { readonly of: Capacity }) {
  return (['min', 'max'] as const).flatMap((end) =>
    OF.map((name, at) => (
      <td
        className={at === 0 ? 'first' : undefined}
        title="derived: the sum of the tiers"
        key={end + name}
      >
        <span key={of[end][name]}>{inFigures(of[end][name])}</span>
      </td>
    )),
  );
}

function Cell({ of: { value, origin, how }, isFirst }: { of: Figure; isFirst: boolean }) {
  const isYours = origin === 'your number';
  return (
    <td
      className={[isFirst && 'first', isYours && 'yours'].filter(Boolean).join(' ')}
      title={`${origin}: ${how}`}
    >
      <span key={value}>{inFigures(value)}</span>
    </td>
  );
}

interface PairProps {
  readonly cpu: PodQuantity | undefined;
  readonly memory: PodQuantity | undefined;
}

function Pair({ cpu, memory }: PairProps) {
  return (
    <>
      {cpu ? <Quantity of={cpu} /> : 'no'} CPU, {memory ? <Quantity of={memory} /> : 'no memory'}
    </>
  );
}

function Quantity({ of: { text, origin } }: { readonly of: PodQuantity }) {
  return (
    <span className={origin === 'your number' ? 'yours' : undefined} key={text}>
      {text}
    </span>
  );
}
