import { inFigures } from '@/lib/domain/in-figures';
import type { Capacity } from '@/lib/domain/limit';
import { type CapacityChange, capacityChanges } from '@/lib/outputs/capacity/plan';

interface Props {
  readonly before: Capacity;
  readonly after: Capacity;
  /** What it is compared with. */
  readonly name: string;
}

/** Pods, CPU and memory before and after; nothing where they are the same. */
export function ChangesTable({ before, after, name }: Props) {
  const changes = capacityChanges(before, after);
  if (changes.length === 0) return null;
  return (
    <table className="numbers">
      <caption>{name} → your answers</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">At the floor</th>
          <th scope="col">At the ceiling</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ title, floor, ceiling }) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            <Cell {...floor} />
            <Cell {...ceiling} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ before, after }: CapacityChange['floor']) {
  const text = before === after ? inFigures(after) : `${inFigures(before)} → ${inFigures(after)}`;
  return <td className={before === after ? undefined : 'yours'}>{text}</td>;
}
