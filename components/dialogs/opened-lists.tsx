'use client';

import { useEffect, useRef } from 'react';
import { plural } from '@/lib/domain/plural';
import type { OpenedFile, OpenedLeaf } from '@/lib/files/open-file';
import { Leaf } from './leaf';

interface Props {
  readonly file: OpenedFile;
  readonly name: string;
}

/** More rows than this are counted, not drawn. */
const ROWS = 200;

/** What a file holds, in three lists, before anything is replaced. */
export function OpenedLists({ file, name }: Props) {
  const { understood, carried, conflicts, isOurs, remarks } = file;
  const summary = useRef<HTMLParagraphElement>(null);
  useEffect(() => summary.current?.focus(), []);
  return (
    <div className="opened">
      <p
        className={conflicts.length > 0 ? 'dialog-verdict wrong' : 'dialog-verdict'}
        tabIndex={-1}
        ref={summary}
      >
        {name || 'The file'} holds{' '}
        {plural(understood.length + carried.length + conflicts.length, 'value')}:{' '}
        {understood.length} understood, {carried.length} carried over, {conflicts.length} in
        conflict.{' '}
        {isOurs
          ? 'It was made here: its answers line restores the plan too.'
          : 'Answers that it does not set get their documented default.'}{' '}
        Nothing is replaced yet, and you can undo it.
      </p>
      <List
        title="In conflict"
        about="Shown as they are. What fits a field goes into it, beside its error, and keeps the file from being made until it is fixed; the rest is left out."
        leaves={conflicts}
        isOpen
      />
      <List
        title="Carried over"
        about="Keys that this wizard does not ask about. They go into the new file as they are, under their own comment. A link cannot hold them."
        leaves={carried}
        isOpen
      />
      <List
        title="Understood"
        about="Filled in as answers, or written by this overlay anyway."
        leaves={understood}
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
    </div>
  );
}

interface ListProps {
  readonly title: string;
  readonly about: string;
  readonly leaves: readonly OpenedLeaf[];
  readonly isOpen?: boolean;
}

function List({ title, about, leaves, isOpen = false }: ListProps) {
  return (
    <details open={isOpen && leaves.length > 0}>
      <summary>
        {title} ({leaves.length})
      </summary>
      <p className="help">{about}</p>
      <ul className="leaves">
        {leaves.slice(0, ROWS).map(({ path, shown, message }) => (
          <li key={path}>
            <Leaf path={path} value={shown} />
            {message !== '' && <span className="leaf-said">{message}</span>}
          </li>
        ))}
        {leaves.length > ROWS && <li>And {leaves.length - ROWS} more.</li>}
      </ul>
    </details>
  );
}
