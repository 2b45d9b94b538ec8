import { pathsOfAnswer } from '@/components/state/places';
import type { StepName } from '@/components/state/steps';
import type { WizardState } from '@/components/state/wizard-store';
import type { Catalog } from '@/lib/domain/catalog';
import { type LineChange, withParents } from '@/lib/overlay/line-diff';
import type { Line } from '@/lib/overlay/print';
import type { Entry } from '@/lib/overlay/values';
import type { State } from '@/lib/proof/states';

/** One line as the preview draws it. */
export interface FileRow {
  readonly id: string;
  /** What stands before its value: indent and key, or all of a comment. */
  readonly before: string;
  readonly value: string;
  readonly path: string | undefined;
  /** The line's number; `''` where only the documented file has it. */
  readonly number: string;
  /** How its key stands in the operator's chart. */
  readonly chartState: State | undefined;
  readonly behind: string;
  readonly kind: Line['kind'];
  /** How it differs from the documented file. */
  readonly change: LineChange['kind'] | undefined;
  /** Whether the step on screen decides it. */
  readonly isOfStep: boolean;
  readonly isInFocus: boolean;
  readonly isWrong: boolean;
}

/** How the operator wants to see the file. */
export interface FileOptions {
  readonly isHeadOpen: boolean;
  readonly isOnlyChanges: boolean;
}

/** Where the head comment ends: the first line that is not a comment of the whole file. */
export function headLength(lines: readonly Line[]): number {
  const end = lines.findIndex(({ kind, path }) => kind !== 'comment' || path !== undefined);
  return end < 0 ? lines.length : end;
}

/** The lines to draw, in order. Pure. */
export function fileRows(
  catalog: Catalog,
  state: WizardState,
  { isHeadOpen, isOnlyChanges }: FileOptions,
): FileRow[] {
  const { reading, documentedDiff, chart, step } = state;
  const { entries, faults, lines } = reading;
  const numberOf = new Map(lines.map(({ id }, index) => [id, String(index + 1)]));
  const changeOf = new Map(documentedDiff.map((change) => [change.line, change]));
  const wrong = new Set(faults.map(({ key }) => key));
  const ofStep = pathsOfStep(catalog, entries, step);
  const inFocus = pathsInFocus(state);
  const entryAt = new Map(entries.map((entry) => [entry.at, entry]));
  const chartStateAt = new Map(chart?.rows.map((row) => [row.entry.at, row.state]));
  const shown = isOnlyChanges
    ? withParents(documentedDiff).map(({ line }) => line)
    : lines.slice(isHeadOpen ? 0 : headLength(lines));

  return shown.map((line): FileRow => {
    const { id, text, path = '', kind } = line;
    const change = changeOf.get(line);
    const isRemoved = change?.kind === 'removed';
    const key = kind === 'key' ? entryAt.get(path)?.key : undefined;
    const isWrong = line.isInvalid || wrong.has(key?.answerKey ?? '');
    const at = kind === 'key' ? valueStart(text) : text.length;
    return {
      id: isRemoved ? `removed ${id}` : id,
      before: text.slice(0, at),
      value: text.slice(at),
      path: line.path,
      number: isRemoved ? '' : (numberOf.get(id) ?? ''),
      chartState: key && chartStateAt.get(path),
      behind: isWrong ? 'has a problem' : change?.was ? documentedText(change.was.text) : '',
      kind,
      change: change?.kind,
      isOfStep: ofStep.has(path),
      isInFocus: kind === 'key' && inFocus.includes(path),
      isWrong,
    };
  });
}

const documentedText = (text: string) => {
  const value = text.slice(valueStart(text));
  return value === '' ? '' : `documented ${value}`;
};

/** Where the value of a key's line begins; its length where there is none. Only for how a line looks. */
export function valueStart(text: string): number {
  const mark = text.search(/:(?: |$)/);
  if (mark >= 0) return Math.min(mark + 2, text.length);
  return /^ *(?:- )?/.exec(text)?.[0].length ?? 0;
}

/** The paths of the file that a step decides, with every parent that holds nothing else. */
function pathsOfStep(
  { ownerOf }: Catalog,
  entries: readonly Entry[],
  step: StepName,
): ReadonlySet<string> {
  const inside = new Set<string>();
  const outside = new Set<string>();
  for (const { key, prefixes } of entries) {
    const to = ownerOf.get(key.path)?.step === step ? inside : outside;
    for (const at of prefixes) to.add(at);
  }
  for (const path of outside) inside.delete(path);
  return inside;
}

/** The paths to point out: those that were asked for, else what the answer in focus decides. */
function pathsInFocus({ focusedKey, shownPaths, reading }: WizardState): readonly string[] {
  if (shownPaths) return shownPaths.paths;
  return focusedKey === null ? [] : pathsOfAnswer(reading.entries, focusedKey);
}

/** The index of the row that a person looks for after a move from one state to the next; -1 where the file may stay. */
export function rowToShow(
  rows: readonly FileRow[],
  now: WizardState,
  before: WizardState | undefined,
): number {
  const hasMoved =
    now.shownPaths !== before?.shownPaths ||
    now.focusedKey !== before?.focusedKey ||
    now.view !== before?.view;
  const looks: readonly (false | undefined | ((row: FileRow) => boolean))[] = [
    before && now.justChanged !== before.justChanged && (({ id }) => now.justChanged.has(id)),
    hasMoved && (({ isInFocus }) => isInFocus),
    now.step !== before?.step && (({ isOfStep }) => isOfStep),
  ];
  const found = looks.map((is) => (is ? rows.findIndex(is) : -1));
  return found.find((index) => index >= 0) ?? -1;
}
