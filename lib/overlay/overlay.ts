import { helmCommand, WHY_LAST } from '@/lib/domain/helm-command';
import type { AppliedLimit } from '@/lib/domain/limit';
import { limitKinds } from '@/lib/domain/limit-kind';
import { formatPath, parsePath, prefixesOf } from '@/lib/domain/path';
import type { Carried } from '@/lib/domain/user-files';
import { COMMENT_WIDTH, commentLines, type Line, type Note, printValues } from './print';
import { carriedEntry, type Entry, isUnverified, treeOf } from './values';

const UNVERIFIED = 'unverified path';

const WHAT_UNVERIFIED_MEANS =
  'A comment “unverified path” stands above each key whose place in the chart the public documentation does not spell out. It covers all that stands below that key.';

const CARRIED = 'Carried over from your own file; nothing here asks about it.';

const retyped = (type: string) => `Your chart has a ${type} here, so it is written as a ${type}.`;

interface OverlayParts {
  readonly entries: readonly Entry[];
  /** In the order in which they are to be read. */
  readonly limits: readonly AppliedLimit[];
  /** The answers as a link writes them, without `#`; `''` for the defaults. */
  readonly link: string;
  /** Keys of the operator's own file that stand beside ours. */
  readonly carried?: readonly Carried[];
}

/** The overlay as lines. Joined by {@link textOf} they are the file, byte for byte. */
export function overlayLines({ entries, limits, link, carried = [] }: OverlayParts): Line[] {
  const values = treeOf([...entries, ...carried.map(carriedEntry)]);
  const notes = notesOf(entries, limits, carried);
  const invalid = new Set(entries.flatMap(({ at, isInvalid }) => (isInvalid ? at : [])));
  const hasUnverified = entries.some(isUnverified);
  return [...headLines(limits, link, hasUnverified), ...printValues(values, notes, invalid)];
}

/** The bytes of the file, as UTF-8 text. */
export function textOf(lines: readonly Line[]): string {
  return `${lines.map(({ text }) => text).join('\n')}\n`;
}

function headLines(limits: readonly AppliedLimit[], link: string, hasUnverified: boolean): Line[] {
  const comments = (id: string, texts: readonly string[]) =>
    texts.map((text, index): Line => ({ id: `head ${id} ${index}`, kind: 'comment', text }));
  const paragraph = (id: string, text: string, hang?: number) =>
    comments(id, commentLines(text, 0, hang));
  const gap = (id: string) => comments(id, ['#']);
  return [
    ...paragraph('title', 'values-large.yaml: the KaireonAI overlay for large-scale clusters.'),
    ...paragraph(
      'use',
      `Keys that it does not list keep the chart’s values; lists are replaced whole. ${WHY_LAST}`,
    ),
    ...gap('gap 1'),
    ...comments('command', commandLines()),
    ...gap('gap 2'),
    ...comments('answers', answersLines(link)),
    ...gap('gap 3'),
    ...(hasUnverified ? [...paragraph('unverified', WHAT_UNVERIFIED_MEANS), ...gap('gap 4')] : []),
    ...paragraph(
      'limits',
      'Honest limits of these choices (the page and PREFLIGHT.md have them in full):',
    ),
    ...limits.flatMap((limit) =>
      paragraph(
        `limit ${limit.id}`,
        `[${limitKinds[limit.kind].mark}] ${limit.id}: ${limit.accepted ?? limit.short}`,
        2,
      ),
    ),
  ];
}

/** The command as a shell reads it, with each of its files on its own line. */
const commandLines = (): string[] =>
  `#   ${helmCommand('upgrade --install').replaceAll(' -f ', ' \\\n#     -f ')}`.split('\n');

/**
 * The answers, to be read back by machine: on one line, or below their name where that line would be too long. A link
 * is plain ASCII without spaces and is never broken.
 */
function answersLines(link: string): string[] {
  const line = `# answers: ${link || 'defaults'}`;
  return line.length <= COMMENT_WIDTH ? [line] : ['# answers:', `# ${link}`];
}

/**
 * What stands above each key: first the limits that touch it, then whether its path is known. Above a group of carried
 * keys stands one note, at the highest parent that holds nothing else.
 */
function notesOf(
  entries: readonly Entry[],
  limits: readonly AppliedLimit[],
  carried: readonly Carried[],
): Map<string, Note[]> {
  const marked = markedPaths(entries);
  const chartPaths = new Map(entries.map(({ key, at }) => [key.path, at]));
  const notes = new Map<string, Note[]>();
  const add = (path: string, note: Note) => notes.set(path, [...(notes.get(path) ?? []), note]);

  for (const limit of limits) {
    const { id, short, keys } = limit;
    const [key] = keys;
    if (key === undefined) continue;
    const at = nearest(chartPaths.get(key) ?? key, marked);
    const { word } = limitKinds[limit.kind];
    if (at !== undefined) add(at, { id: `note ${id}`, text: brief(`${word} ${id}: `, short, at) });
  }
  for (const { at, as } of entries) {
    if (as !== undefined) add(at, { id: `type ${at}`, text: retyped(as) });
  }
  const unverified = entries.map(({ prefixes }) => prefixes.find((one) => marked.get(one)));
  for (const at of new Set(unverified)) {
    if (at !== undefined) add(at, { id: `unverified ${at}`, text: UNVERIFIED });
  }
  const ours = new Set(entries.flatMap(({ prefixes }) => prefixes.slice(0, -1)));
  for (const { path } of carried) {
    const at = prefixesOf(path).find((one) => !ours.has(one)) ?? formatPath(path);
    if (!notes.has(at)) add(at, { id: `carried ${at}`, text: CARRIED });
  }
  return notes;
}

/** Keeps a note to two lines where it can: cuts the operator's long names, which stand in full below the note. */
function brief(lead: string, short: string, path: string): string {
  const indent = 2 * (parsePath(path).length - 1);
  const isBrief = (text: string) => commentLines(lead + text, indent, 2).length <= 2;
  if (isBrief(short)) return lead + short;
  const cut = (most: number) =>
    short.replace(new RegExp(`\\S{${most + 1},}`, 'g'), (word) => `${word.slice(0, most)}…`);
  return lead + ([60, 40, 24, 16, 12].map(cut).find(isBrief) ?? short);
}

/** Every key line of the file, parents included: whether all that it holds stands at unverified paths. */
function markedPaths(entries: readonly Entry[]): Map<string, boolean> {
  const marked = new Map<string, boolean>();
  for (const entry of entries) {
    for (const at of entry.prefixes) {
      marked.set(at, (marked.get(at) ?? true) && isUnverified(entry));
    }
  }
  return marked;
}

/** The key's own line, or the closest one above it that the file has. */
function nearest(key: string, written: ReadonlyMap<string, boolean>): string | undefined {
  return prefixesOf(parsePath(key)).findLast((one) => written.has(one));
}
