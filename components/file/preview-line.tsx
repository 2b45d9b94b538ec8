'use client';

import { memo } from 'react';
import type { Line } from '@/lib/overlay/print';
import { lineElementId } from './show-in-file';

interface Props {
  readonly line: Line;
  readonly isChanged: boolean;
  /** How the line's key stands in the operator's chart, once that was checked. */
  readonly status?: string | undefined;
}

/** One line of the file. Lines keep their identity, so a keystroke renders only the ones that it changed. */
export const PreviewLine = memo(function PreviewLine({ line, isChanged, status }: Props) {
  const { kind, path, text } = line;
  return (
    <div
      className={`line ${kind}${isChanged ? ' changed' : ''}`}
      data-path={path}
      data-status={status}
      {...(kind === 'key' && { id: lineElementId(line.id), tabIndex: -1 })}
    >
      {kind === 'key' ? <KeyText text={text} /> : text}
      {'\n'}
    </div>
  );
});

/** Key and value in their own colours. Only how it looks: nothing is read from it. */
function KeyText({ text }: { readonly text: string }) {
  const split = text.search(/:(?: |$)/);
  if (split < 0) return text;
  return (
    <>
      <span className="yaml-key">{text.slice(0, split)}</span>
      <span className="yaml-mark">:</span>
      <span className="yaml-value">{text.slice(split + 1)}</span>
    </>
  );
}
