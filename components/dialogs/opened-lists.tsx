import { type ReactNode, useEffect, useRef } from 'react';
import { Tick } from '@/components/ui/tick';
import { plural } from '@/lib/domain/plural';
import type { OpenedFile, OpenedLeaf } from '@/lib/files/open-file';

interface Props {
  readonly file: OpenedFile;
  readonly name: string;
  /** The secrets of the file: one that is chosen to be carried keeps its row. */
  readonly leftOut: readonly OpenedLeaf[];
  readonly carriedSecrets: ReadonlySet<string>;
  readonly onCarry: (path: string, isCarried: boolean) => void;
}

const CARRIED_SECRET =
  'It goes into the new file, because you say so. Keep that file as you keep secrets.';

/** More rows than this are counted, not drawn. */
const ROWS = 200;

/** What a file holds, in three lists, before anything is replaced. */
export function OpenedLists({ file, name, leftOut, carriedSecrets, onCarry }: Props) {
  const { understood, carried, conflicts, added, left, isOurs, remarks } = file;
  const set = understood.length + carried.length + conflicts.length + file.leftOut.length;
  const sentence = useRef<HTMLParagraphElement>(null);
  useEffect(() => sentence.current?.focus(), []); // so that reading goes on from there
  return (
    <>
      <p
        className={`dialog-verdict${conflicts.length > 0 ? ' wrong' : ''}`}
        tabIndex={-1}
        ref={sentence}
      >
        {name || 'The file'} sets {plural(set, 'key')}: {understood.length} understood,{' '}
        {carried.length} carried over, {file.leftOut.length} left out, {conflicts.length} in
        conflict. {plural(left.length, 'answer is', 'answers are')} left to the chart.{' '}
        {isOurs && 'It was made here: its answers line restores the plan too. '}
        Nothing is replaced yet, and you can undo it.
      </p>
      <List
        title="In conflict"
        about="No field can hold these. What fits goes into its field, beside its error, and keeps the file from being made until it is fixed."
        leaves={conflicts}
        isOpen
      />
      <List
        title="Left out"
        about="Secrets, by their names or by what they look like: the file is made to be shared."
        leaves={leftOut.map((leaf) =>
          carriedSecrets.has(leaf.path) ? { ...leaf, message: CARRIED_SECRET } : leaf,
        )}
        number={file.leftOut.length}
        extra={({ path }) => (
          <Tick isOn={carriedSecrets.has(path)} onChange={(isCarried) => onCarry(path, isCarried)}>
            <span>
              Carry it all the same<span className="sr-only">: {path}</span>
            </span>
          </Tick>
        )}
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
      <List
        title="Written beside them"
        about="Keys that follow from your answers and that the file does not have."
        leaves={added}
      />
      {remarks.length > 0 && (
        <details open>
          <summary>To know ({remarks.length})</summary>
          <ul className="leaves">
            {remarks.map(({ key, message }) => (
              <li key={key + message}>
                <code translate="no">{key}</code> <span className="leaf-said">{message}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
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
            <code translate="no" className="leaf-path">
              {leaf.path}
            </code>{' '}
            <code translate="no" className="leaf-value">
              {leaf.shown}
            </code>{' '}
            {leaf.message !== '' && <span className="leaf-said">{leaf.message}</span>}
            {extra?.(leaf)}
          </li>
        ))}
        {leaves.length > ROWS && <li>And {leaves.length - ROWS} more.</li>}
      </ul>
    </details>
  );
}
