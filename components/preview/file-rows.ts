import type { WizardState } from '@/components/state/wizard-state';
import type { Catalog } from '@/lib/domain/catalog';
import { formatPath } from '@/lib/domain/path';
import { type LineChange, withParents } from '@/lib/overlay/line-diff';
import type { Line } from '@/lib/overlay/print';
import { headLength, lineChangesOf } from './documented-lines';
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
    const numbers = new Map(lines.map(({ id }, index) => [id, String(index + 1)]));
    return withParents(changes).map((change) => {
      const { line, kind } = change;
      return rowOf(line, kind === 'removed' ? '' : (numbers.get(line.id) ?? ''), change);
    });
  }
  const changeOf = new Map(changes.map((change) => [change.line, change]));
  const first = isHeadOpen ? 0 : headLength(lines);
  return lines
    .slice(first)
    .map((line, index) => rowOf(line, String(first + index + 1), changeOf.get(line)));
}

/** Draws one line. */
function rowsOf({ reading, faultAt, proof }: WizardState, { ofStep, inFocus }: MarkedPaths) {
  const { entries, userFiles } = reading;
  const { chart } = userFiles;
  const wrong = new Set<string>();
  /** How each key stands in the operator's chart; nothing while no chart was checked. */
  const statusAt = new Map<string, string>();
  for (const { key, path, isConfirmed } of chart || faultAt.size > 0 ? entries : []) {
    if (key.of !== undefined && faultAt.has(key.of)) wrong.add(formatPath(path));
    if (!chart) continue;
    const status = isConfirmed ? 'confirmed' : (chart[key.path]?.status ?? 'absent');
    statusAt.set(formatPath(path), status);
  }
  return (line: Line, number: string, change: LineChange | undefined): FileRow => {
    const { id, text, path, kind } = line;
    const isKey = kind === 'key' && path !== undefined;
    const isWrong = isKey && wrong.has(path);
    const status = isKey ? statusAt.get(id) : undefined;
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
      number,
      behind: isWrong ? 'has a problem' : change?.was ? documentedText(change.was.text) : '',
      className,
    };
  };
}

const documentedText = (text: string) => {
  const value = valueText(text);
  return value === '' ? '' : `documented ${value}`;
};
