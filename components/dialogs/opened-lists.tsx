import type { ReactNode } from 'react';
import { Tick } from '@/components/ui/tick';
import { plural } from '@/lib/domain/plural';
import type { OpenedFile, OpenedLeaf } from '@/lib/files/open-file';
import { DialogVerdict } from './dialog-verdict';
import { Leaf } from './leaf';
import { Remarks } from './remarks';

interface Props {
  readonly file: OpenedFile;
  readonly name: string;
  /** What is in conflict while no secret is carried: one that is chosen keeps its row. */
  readonly conflicts: readonly OpenedLeaf[];
  readonly carriedSecrets: ReadonlySet<string>;
  readonly onCarry: (path: string, isCarried: boolean) => void;
}

const CARRIED_SECRET =
  'It goes into the new file, because you say so. Keep that file as you keep secrets.';

/** More rows than this are counted, not drawn. */
const ROWS = 200;

/** What a file holds, in three lists, before anything is replaced. */
export function OpenedLists({ file, name, conflicts: rows, carriedSecrets, onCarry }: Props) {
  const { understood, carried, conflicts, isOurs, remarks } = file;
  return (
    <>
      <DialogVerdict isWrong={conflicts.length > 0}>
        {name || 'The file'} holds{' '}
        {plural(understood.length + carried.length + conflicts.length, 'value')}:{' '}
        {understood.length} understood, {carried.length} carried over, {conflicts.length} in
        conflict.{' '}
        {isOurs
          ? 'It was made here: its answers line restores the plan too.'
          : 'Answers that it does not set get their documented default.'}{' '}
        Nothing is replaced yet, and you can undo it.
      </DialogVerdict>
      <List
        title="In conflict"
        about="Shown as they are. What fits a field goes into it, beside its error, and keeps the file from being made until it is fixed; the rest is left out."
        leaves={rows.map((leaf) =>
          carriedSecrets.has(leaf.path) ? { ...leaf, message: CARRIED_SECRET } : leaf,
        )}
        number={conflicts.length}
        extra={({ path, isSecret }) =>
          isSecret && (
            <Tick
              isOn={carriedSecrets.has(path)}
              onChange={(isCarried) => onCarry(path, isCarried)}
            >
              <span>
                Carry it all the same<span className="sr-only">: {path}</span>
              </span>
            </Tick>
          )
        }
        isOpen
      />
      <List
        title="Carried over"
        about="Keys that this wizard does not ask about. They go into the new file as they are, under their own comment. A link cannot hold them."
        leaves={carried.map((leaf) =>
          carriedSecrets.has(leaf.path) ? { ...leaf, shown: '(not shown)' } : leaf,
        )}
        isOpen
      />
      <List
        title="Understood"
        about="Filled in as answers, or written by this overlay anyway."
        leaves={understood}
      />
      <Remarks remarks={remarks} />
    </>
  );
}

interface ListProps {
  readonly title: string;
  readonly about: string;
  readonly leaves: readonly OpenedLeaf[];
  /** How many count, where that is not all of them. */
  readonly number?: number;
  /** What stands behind a row. */
  readonly extra?: (leaf: OpenedLeaf) => ReactNode;
  readonly isOpen?: boolean;
}

function List({ title, about, leaves, number = leaves.length, extra, isOpen = false }: ListProps) {
  return (
    <details open={isOpen && leaves.length > 0}>
      <summary>
        {title} ({number})
      </summary>
      <p className="help">{about}</p>
      <ul className="leaves">
        {leaves.slice(0, ROWS).map((leaf) => (
          <li key={leaf.path}>
            <Leaf path={leaf.path} value={leaf.shown} />
            {leaf.message !== '' && <span className="leaf-said">{leaf.message}</span>}
            {extra?.(leaf)}
          </li>
        ))}
        {leaves.length > ROWS && <li>And {leaves.length - ROWS} more.</li>}
      </ul>
    </details>
  );
}
