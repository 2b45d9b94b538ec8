import type { Capacity } from '@/lib/domain/limit';
import { inFigures } from '@/lib/domain/plural';
import { Words } from './links';
import { useReading, useWizard, useWizardState } from './wizard-context';

interface Props {
  readonly before: Capacity;
  readonly after: Capacity;
  /** What it is compared with. */
  readonly name: string;
}

const ROWS = [
  ['Pods', 'pods'],
  ['CPU, cores', 'cpu'],
  ['Memory, GiB', 'memoryGiB'],
] as const;

/** Pods, CPU and memory before and after; nothing where they are the same. */
export function ChangesTable({ before, after, name }: Props) {
  const isSame = ROWS.every(
    ([, of]) => before.min[of] === after.min[of] && before.max[of] === after.max[of],
  );
  if (isSame) return null;
  return (
    <table className="numbers">
      <caption>{name} → your answers</caption>
      <thead>
        <tr>
          <td />
          {['At the floor', 'At the ceiling'].map((end) => (
            <th scope="col" key={end}>
              <Words of={end} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ROWS.map(([title, of]) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            <Cell before={before.min[of]} after={after.min[of]} />
            <Cell before={before.max[of]} after={after.max[of]} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ before, after }: { readonly before: number; readonly after: number }) {
  const text = before === after ? inFigures(after) : `${inFigures(before)} → ${inFigures(after)}`;
  return <td className={before === after ? undefined : 'yours'}>{text}</td>;
}

/** What these answers request against the documented overlay and, where a link or file was opened, against that. */
export function CapacityChanges() {
  const { store } = useWizard();
  const { capacity: after } = useReading();
  const from = useWizardState(({ openedFrom }) => openedFrom);
  const opened = useWizardState((state) => state.opened);
  return (
    <>
      <ChangesTable
        before={store.documented.capacity}
        after={after}
        name="The documented overlay"
      />
      {opened && (
        <ChangesTable before={opened.capacity} after={after} name={`As opened from ${from}`} />
      )}
    </>
  );
}
