import { catalog } from '@/lib/catalog/registry';
import type { AppliedLimit } from '@/lib/domain/limit';
import { VALUES_KEYS } from '../catalogue/values-keys';

const TABLE = new Set(VALUES_KEYS.map(([key]) => key.split('.')[0]));

/** Paths that the public documentation spells out, typed from the document of keys; what came after it says so of itself. */
const DOCUMENTED: ReadonlySet<string> = new Set([
  ...VALUES_KEYS.filter(([, , , provenance]) => provenance === 'D').map(([key]) => key),
  ...['postgres.mode', 'redis.mode', 'config.EVENT_PUBLISHER', 'config.INTERACTION_STORE'],
  ...catalog.keys
    .filter(({ path, provenance }) => provenance === 'documented' && !TABLE.has(path.split('.')[0]))
    .map(({ path }) => path),
]);

/** A line of the file that holds a key: its steps from the root, list indexes among them, and the comments right above. */
interface KeyLine {
  readonly path: readonly string[];
  readonly isLeaf: boolean;
  readonly comments: readonly string[];
}

/**
 * Reads the lines of an overlay without the code that made them. It knows only the YAML that an overlay uses:
 * mappings, scalars on one line, and lists of mappings.
 */
function keyLines(text: string): KeyLine[] {
  const found: KeyLine[] = [];
  const open: { indent: number; step: string; items: number }[] = [];
  let comments: string[] = [];
  for (const line of text.split('\n')) {
    const [, space = '', dash = '', key, value] =
      /^( *)(- )?("(?:[^"\\]|\\.)*"|[^\s:#][^:]*):(?: (.+))?$/.exec(line) ?? [];
    if (key === undefined) {
      comments = /^ *#/.test(line) ? [...comments, line.trim()] : [];
      continue;
    }
    const indent = space.length + dash.length;
    while ((open.at(-1)?.indent ?? -1) >= space.length) open.pop();
    const parent = open.at(-1);
    if (dash && parent) {
      open.push({ indent: space.length, step: String(parent.items), items: 0 });
      parent.items += 1;
    }
    const step = key.startsWith('"') ? String(JSON.parse(key)) : key;
    open.push({ indent, step, items: 0 });
    found.push({ path: open.map((one) => one.step), isLeaf: value !== undefined, comments });
    comments = [];
  }
  return found;
}

/** The laws of an overlay's text that it breaks, in words. Empty when it keeps them all. */
export function brokenLaws(text: string, limits: readonly AppliedLimit[]): string[] {
  const ofHead = brokenHeadLaws(text, limits);
  return [...brokenTextLaws(text), ...ofHead, ...brokenNoteLaws(text, limits)];
}

function brokenTextLaws(text: string): string[] {
  const broken: string[] = [];
  if (/[\r\t\ufeff\u0085\u2028\u2029\p{Cs}]/u.test(text))
    broken.push('a character that has no place');
  if (/ $/m.test(text)) broken.push('a trailing space');
  if (!/[^\n]\n$/.test(text)) broken.push('not exactly one newline at the end');
  for (const line of text.split('\n')) {
    const isComment = /^ *#/.test(line) && !/^# (?:answers: )?v=1&/.test(line);
    if (isComment && [...line].length > 80) broken.push(`wider than 80: ${line}`);
  }
  return broken;
}

function brokenHeadLaws(text: string, limits: readonly AppliedLimit[]): string[] {
  const head = text.slice(0, text.indexOf('\n\n')).split('\n');
  const named = head.flatMap((line) => /^# \[[a-z]+\] [a-z-]+: \S/.exec(line)?.[0] ?? []);
  const wanted = limits.map(({ severity, id }) => `# [${severity}] ${id}: `);
  const broken: string[] = [];
  if (head.some((line) => !line.startsWith('#'))) broken.push('a head that is not all comment');
  if (named.map((line) => line.slice(0, -1)).join() !== wanted.join()) broken.push('head limits');
  if (head.filter((line) => /^# answers:(?: |$)/.test(line)).length !== 1)
    broken.push('answers line');
  if (!head.some((line) => line.includes('helm upgrade --install kaireon ./helm'))) {
    broken.push('no helm command');
  }
  return broken;
}

function brokenNoteLaws(text: string, limits: readonly AppliedLimit[]): string[] {
  const lines = keyLines(text);
  const at = new Map(lines.map((line) => [line.path.join('\0'), line]));
  const broken: string[] = [];

  for (const { id, keys } of limits) {
    const [first] = keys;
    if (first === undefined) continue;
    const steps = first.split('.');
    while (steps.length > 0 && !at.has(steps.join('\0'))) steps.pop();
    if (steps.length === 0) continue; // nothing of it is in the file
    const notes = at.get(steps.join('\0'))?.comments ?? [];
    if (!notes.some((note) => note.includes(` ${id}: `))) broken.push(`no note of ${id}`);
  }

  const isUnverified = ({ path }: KeyLine) => !DOCUMENTED.has(path.join('.'));
  const leaves = lines.filter(({ isLeaf }) => isLeaf);
  const below = (path: readonly string[]) =>
    leaves.filter((leaf) => path.every((step, depth) => leaf.path[depth] === step));
  const isMarked = ({ comments }: KeyLine) => comments.includes('# unverified path');

  for (const line of lines) {
    if (isMarked(line) && !below(line.path).every(isUnverified)) {
      broken.push(`marked, but part of it is documented: ${line.path.join('.')}`);
    }
  }
  for (const leaf of leaves.filter(isUnverified)) {
    const above = leaf.path.map((_, depth) => at.get(leaf.path.slice(0, depth + 1).join('\0')));
    if (!above.some((line) => line && isMarked(line))) {
      broken.push(`not marked as unverified: ${leaf.path.join('.')}`);
    }
  }

  for (const { path, comments } of lines) {
    // A note begins right after the mark; what hangs below it is indented.
    const notes = comments.join('\n').split(/\n(?=# \S)/);
    if (notes.some((note) => note.split('\n').length > 2))
      broken.push(`a long note: ${path.join('.')}`);
  }
  return broken;
}

/** The paths of nulls, empty mappings and empty lists in a tree that was read. */
export function hollows(tree: unknown, path = ''): string[] {
  if (tree === null || tree === undefined) return [path];
  if (typeof tree !== 'object') return [];
  const inside = Object.entries(tree);
  if (inside.length === 0) return [path];
  return inside.flatMap(([key, value]) => hollows(value, `${path}/${key}`));
}
