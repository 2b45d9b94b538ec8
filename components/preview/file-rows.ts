import type { WizardState } from '@/components/state/wizard-state';
import type { Catalog } from '@/lib/domain/catalog';
import { formatPath } from '@/lib/domain/path';
import { type LineChange, withParents } from '@/lib/overlay/line-diff';
import type { Line } from '@/lib/overlay/print';
import { headLength, lineChangesOf } from './documented-lines';
import { lineStatuses } from './line-statuses';
import { valueText } from './split-key';

/** One line as the preview draws it. */
export interface FileRow {
  readonly id: string;
  readonly text: string;
  readonly path: string | undefined;
  readonly kind: Line['kind'];
  /** The line's number; `''` where only the documented file has it. */
  readonly number: string;
  /** What stands behind the line. */
  readonly behind: string;
  /** `changed`, `added`, `removed`, `of-step`, `in-focus`, `wrong`, `chart-…`, `proof-…`: the style sheet draws their signs. */
  readonly className: string;
}

/** How the operator wants to see the file. */
export interface FileOptions {
  readonly isHeadOpen: boolean;
  readonly isOnlyChanges: boolean;
}

/** The lines that are marked beside those that differ. */
export interface MarkedPaths {
  readonly ofStep: ReadonlySet<string>;
  readonly inFocus: readonly string[];
}

/** The lines to draw, in order. Pure. */
export function fileRows(
  catalog: Catalog,
  state: WizardState,
  { isHeadOpen, isOnlyChanges }: FileOptions,
  marked: MarkedPaths,
): FileRow[] {
  const { lines } = state;
  const changes = lineChangesOf(catalog, lines);
  const rowOf = rowsOf(state, marked);
  if (isOnlyChanges) {
    const numbers = new Map(lines.map(({ id }, index) => [id, index + 1]));
    return withParents(changes).map((change) =>
      rowOf(
        change.line,
        change.kind === 'removed' ? 0 : (numbers.get(change.line.id) ?? 0),
        change,
      ),
    );
  }
  const changed = new Map<Line, LineChange>();
  for (const change of changes) {
    if (change.kind === 'changed' || change.kind === 'added') changed.set(change.line, change);
  }
  const rows: FileRow[] = [];
  for (let at = isHeadOpen ? 0 : headLength(lines); at < lines.length; at++) {
    const line = lines[at];
    if (line) rows.push(rowOf(line, at + 1, changed.get(line)));
  }
  return rows;
}

/** Draws one line. */
function rowsOf({ reading, faultAt, proof }: WizardState, { ofStep, inFocus }: MarkedPaths) {
  const statuses = lineStatuses(reading);
  const wrong = new Set<string>();
  if (faultAt.size > 0) {
    for (const { key, path } of reading.entries) {
      if (key.of !== undefined && faultAt.has(key.of)) wrong.add(formatPath(path));
    }
  }
  return (line: Line, number: number, change: LineChange | undefined): FileRow => {
    const { id, text, path, kind } = line;
    const isKey = kind === 'key' && path !== undefined;
    const isWrong = isKey && wrong.has(path);
    const status = isKey ? statuses.get(id) : undefined;
    let className = `line ${kind}`;
    if (change && change.kind !== 'same') className += ` ${change.kind}`;
    if (path !== undefined && ofStep.has(path)) className += ' of-step';
    if (isKey && inFocus.includes(path)) className += ' in-focus';
    if (isWrong) className += ' wrong';
    if (status !== undefined) className += ` chart-${status}`;
    const state = isKey ? proof?.lines[path]?.state : undefined;
    if (state !== undefined) className += ` proof-${state}`;
    return {
      id: change?.kind === 'removed' ? `removed ${id}` : id,
      text,
      path,
      kind,
      number: number === 0 ? '' : String(number),
      behind: isWrong ? 'has a problem' : change?.was ? documentedText(change.was.text) : '',
      className,
    };
  };
}

const documentedText = (text: string) => {
  const value = valueText(text);
  return value === '' ? '' : `documented ${value}`;
};
