import { useLayoutEffect, useRef } from 'react';
import type { ChosenFile } from '@/components/state/wizard-store';
import { Tick } from '@/components/ui/tick';
import { plural } from '@/lib/domain/plural';
import type { OpenedFile, OpenedLeaf } from '@/lib/files/open-file';

interface Props {
  readonly source: ChosenFile;
  readonly file: OpenedFile;
  /** The secrets of the file: one that is chosen to be carried keeps its row. */
  readonly leftOut: readonly OpenedLeaf[];
  /** The paths of those that are carried. */
  readonly carried: readonly string[];
  readonly onCarry: (paths: readonly string[]) => void;
}

interface List {
  readonly title: string;
  readonly about: string;
  readonly leaves: readonly OpenedLeaf[];
  /** How many count, where that is not all of them. */
  readonly count?: number;
  readonly isFolded?: boolean;
  /** Whether each can be carried all the same. */
  readonly isSecret?: boolean;
}

/** More rows than this are counted, not drawn. */
const ROWS = 200;

/** What a file holds, before anything is replaced. */
export function OpenedLists({ source, file, leftOut, carried: secrets, onCarry }: Props) {
  const { understood, carried, conflicts, added, left, isOurs } = file;
  const said = source.remarks ?? [];
  const remarks = [...said.map((message) => ({ key: '', message })), ...file.remarks];
  const set = understood.length + carried.length + conflicts.length + file.leftOut.length;
  const lists: readonly List[] = [
    {
      title: 'In conflict',
      about:
        'No field can hold these. What fits goes into its field, beside its error, and keeps the file from being made until it is fixed.',
      leaves: conflicts,
    },
    {
      title: 'Left out',
      about:
        'Secrets, by their names or by what they look like: the file is made to be shared. Keep one that you carry all the same as you keep secrets.',
      leaves: leftOut,
      count: file.leftOut.length,
      isSecret: true,
    },
    {
      title: 'Carried over',
      about:
        'Keys that this wizard does not ask about. They go into the new file as they are, under their own comment. A link cannot hold them.',
      leaves: carried,
    },
    {
      title: 'Understood',
      about: 'Filled in as answers, or written by this overlay anyway.',
      leaves: understood,
      isFolded: true,
    },
    {
      title: 'Written beside them',
      about: 'Keys that follow from your answers and that the file does not have.',
      leaves: added,
      isFolded: true,
    },
  ];
  const sentence = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => sentence.current?.focus(), []); // so that reading, and the next Tab, goes on from there
  return (
    <>
      <p
        className={`dialog-verdict${conflicts.length > 0 ? ' wrong' : ''}`}
        tabIndex={-1}
        ref={sentence}
      >
        {source.name || 'The file'} sets {plural(set, 'key')}: {understood.length} understood,{' '}
        {carried.length} carried over, {file.leftOut.length} left out, {conflicts.length} in
        conflict. {plural(left.length, 'answer is', 'answers are')} left to the chart.{' '}
        {isOurs && 'It was made here: its answers line restores the plan too. '}
        Nothing is replaced yet, and you can undo it.
      </p>
      {lists.map(({ title, about, leaves, count = leaves.length, isFolded, isSecret }) => (
        <details open={!isFolded && leaves.length > 0} key={title}>
          <summary>
            {title} ({count})
          </summary>
          <p className="help">{about}</p>
          <ul className="leaves">
            {leaves.slice(0, ROWS).map(({ path, shown, message }) => (
              <li key={path}>
                <code translate="no" className="leaf-path">
                  {path}
                </code>{' '}
                <code translate="no" className="leaf-value">
                  {!isSecret && secrets.includes(path) ? '(not shown)' : shown}
                </code>{' '}
                {message !== '' && <span className="leaf-said">{message}</span>}
                {isSecret && (
                  <Tick
                    isOn={secrets.includes(path)}
                    onChange={(isOn) =>
                      onCarry(isOn ? [...secrets, path] : secrets.filter((one) => one !== path))
                    }
                  >
                    <span>
                      Carry it all the same<span className="sr-only">: {path}</span>
                    </span>
                  </Tick>
                )}
              </li>
            ))}
            {leaves.length > ROWS && <li>And {leaves.length - ROWS} more.</li>}
          </ul>
        </details>
      ))}
      {remarks.length > 0 && (
        <details open>
          <summary>To know ({remarks.length})</summary>
          <ul className="leaves">
            {remarks.map(({ key, message }) => (
              <li key={key + message}>
                {key !== '' && <code translate="no">{key}</code>}{' '}
                <span className="leaf-said">{message}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
