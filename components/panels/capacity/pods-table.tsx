import type { Answer } from '@/lib/domain/answer';
import { inFigures } from '@/lib/domain/in-figures';
import type { Capacity } from '@/lib/domain/limit';
import type { PodQuantities } from '@/lib/domain/workload';
import type { Reading } from '@/lib/reading/reading';

const ENDS = ['min', 'max'] as const;
const OF = ['pods', 'cpu', 'memoryGiB'] as const;

/** What one pod of each tier is given, and what all of them request at the floor and at the ceiling. */
export function PodsTable({ reading }: { readonly reading: Reading }) {
  const { tiers, capacity, read, changes } = reading;
  const isYours = (...answers: readonly (Answer | undefined)[]) =>
    answers.some((answer) => answer && changes.has(answer.key));
  const quantities = (of: PodQuantities | undefined) => {
    const [cpu, memory] = of ? [read(of.cpu), read(of.memory)] : [];
    if (!cpu && !memory) return 'none';
    return (
      <span className={isYours(of?.cpu, of?.memory) ? 'yours' : undefined}>
        {cpu ?? 'no'} CPU, {memory ?? 'no memory'}
      </span>
    );
  };
  const sums = (of: Capacity, isOwn: (end: 'min' | 'max') => boolean = () => false) =>
    ENDS.flatMap((end) =>
      OF.map((name) => {
        const first = isOwn(end) ? 'first yours' : 'first';
        return (
          <td className={name === 'pods' ? first : ''} key={end + name}>
            {inFigures(of[end][name])}
          </td>
        );
      }),
    );
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
            <td className="one-pod">{quantities(tier.workload.requests)}</td>
            <td className="one-pod">{quantities(tier.workload.limits)}</td>
            {sums(tier, (end) => isYours(tier.workload.pods?.[end]))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Together</th>
          <td className="one-pod" colSpan={2} />
          {sums(capacity)}
        </tr>
      </tfoot>
    </table>
  );
}
