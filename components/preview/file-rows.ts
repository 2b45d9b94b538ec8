import type { WizardState } from '@/components/state/wizard-state';
import type { Catalog } from '@/lib/domain/catalog';
import { formatPath } from '@/lib/domain/path';
import { type LineChange, withParents } from '@/lib/overlay/line-diff';
import type { Line } from '@/lib/overlay/print';
import { changesOf, headLength } from './documented-lines';
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
  /** `changed`, `added`, `removed`, `of-step`, `in-focus`, `wrong`, `chart-…`: the style sheet draws their signs. */
  readonly className: string;
}

/** How the reader wants the file. */
export interface FileWish {
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
  { isHeadOpen, isOnlyChanges }: FileWish,
  { ofStep, inFocus }: MarkedPaths,
): FileRow[] {
  const { lines, reading, faultAt } = state;
  const head = headLength(lines);
  const statuses = lineStatuses(reading);
  const wrong = new Set(
    faultAt.size === 0
      ? []
      : reading.entries.flatMap(({ key, path }) =>
          key.of !== undefined && faultAt.has(key.of) ? [formatPath(path)] : [],
        ),
  );
  const rows: FileRow[] = [];
  if (isHeadOpen && !isOnlyChanges) {
    for (let at = 0; at < head; at++) {
      const line = lines[at];
      if (line) rows.push(headRow(line, at + 1));
    }
  }

  const all = changesOf(catalog, lines);
  let number = head;
  const numbers = new Map<LineChange, number>();
  for (const change of all) if (change.kind !== 'removed') numbers.set(change, ++number);
  const shown = isOnlyChanges ? withParents(all) : all;
  for (const change of shown) {
    const { kind, line, was } = change;
    if (kind === 'removed' && !isOnlyChanges) continue;
    const { path } = line;
    const isKey = line.kind === 'key';
    const isOfStep = path !== undefined && ofStep.has(path);
    const isOn = isKey && path !== undefined && inFocus.includes(path);
    const isWrong = isKey && path !== undefined && wrong.has(path);
    const status = isKey ? statuses.get(line.id) : undefined;
    rows.push({
      id: kind === 'removed' ? `removed ${line.id}` : line.id,
      text: line.text,
      path,
      kind: line.kind,
      number: String(numbers.get(change) ?? ''),
      behind: isWrong
        ? 'has a problem'
        : isKey && was && kind === 'changed'
          ? documentedText(was.text)
          : '',
      className: [
        'line',
        line.kind,
        kind !== 'same' && kind,
        isOfStep && 'of-step',
        isOn && 'in-focus',
        isWrong && 'wrong',
        status !== undefined && `chart-${status}`,
      ]
        .filter(Boolean)
        .join(' '),
    });
  }
  return rows;
}

const documentedText = (text: string) => {
  const value = valueText(text);
  return value === '' ? '' : `documented ${value}`;
};

const headRow = ({ id, text, kind }: Line, number: number): FileRow => ({
  id,
  text,
  path: undefined,
  kind,
  number: String(number),
  behind: '',
  className: 'line comment',
});
