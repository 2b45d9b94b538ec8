import {
  boolYaml11Tag,
  CORE_SCHEMA,
  DEFAULT_SCALAR_STYLE_RULES,
  jsToAst,
  present,
  SCALAR_STYLE,
  type ScalarStyleRule,
} from 'js-yaml';
import type { YamlValue } from '@/lib/domain/answer';
import { isMapping } from '@/lib/domain/mapping';
import { pathBelow } from '@/lib/domain/path';
import type { Values } from './values';

/** One line of the file, with what the page needs to find its question and to show what changed. */
export interface Line {
  /** Stable over edits: the same key or the same comment keeps its id while its text changes. */
  readonly id: string;
  readonly kind: 'comment' | 'key' | 'blank';
  readonly text: string;
  /** The key that the line belongs to, as `helm --set` writes it; comments belong to the key below them. */
  readonly path?: string;
  /** Whether the key stands here without a value, because its answer is invalid. */
  readonly isInvalid?: boolean;
}

/** A comment that stands above a key. */
export interface Note {
  readonly id: string;
  readonly text: string;
}

/**
 * Text that needs no quotes, because every reader of YAML takes it for text: what begins with a letter (js-yaml itself
 * quotes `yes`, `null` and the like), and Kubernetes quantities with a unit, as charts write them.
 * Go's reader, which is Helm's, takes far more than YAML does for a number: `09_2024`, `0b+1`, `-0o7`, `.5_0`. To it
 * only what begins with a digit, a sign or a point can be a number.
 */
const PLAIN_TEXT = /^(?:[A-Za-z]|\d+(?:\.\d+)?(?:m|k|[MGTP]|[KMGTPE]i)$)/;

/**
 * Quotes text, keys too, that might be read as a number, a date or a time, and text of several lines: a block scalar ends
 * in newlines and spaces that would not stay.
 */
const quoteWhatReadersMisread: ScalarStyleRule = (layout) => {
  const { tag, value } = layout.node;
  const isSafe = layout.style !== SCALAR_STYLE.PLAIN || PLAIN_TEXT.test(value);
  if (tag === STRING_TAG && (!isSafe || value.includes('\n')))
    layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
};
const STRING_TAG = 'tag:yaml.org,2002:str';

/**
 * The tags that values need, and YAML 1.1's words for yes and no, so that they are quoted. Numbers and dates of YAML 1.1
 * are quoted by the rule above. js-yaml's `dump` has the tags of dates, sets and bytes as well: 2 kB more on the page.
 */
const schema = CORE_SCHEMA.withTags(boolYaml11Tag);

const STYLE = {
  schema,
  lineWidth: -1,
  quoteStyle: 'double',
  scalarStyleRules: [quoteWhatReadersMisread, ...Object.values(DEFAULT_SCALAR_STYLE_RULES)],
} as const;

/** A key of a tree with its value; `undefined` where its own keys follow, or where the value cannot be read. */
interface Pair {
  readonly name: string;
  readonly at: string;
  /** How many keys stand above it. */
  readonly depth: number;
  readonly value: YamlValue | undefined;
}

/** Every key of a tree, each parent before what it holds. An empty mapping, as a person's file may have it, is a value. */
const pairsIn = (tree: Values, invalid: ReadonlySet<string>, above = '', depth = 0): Pair[] =>
  Object.entries(tree).flatMap(([name, value]) => {
    const at = pathBelow(above, name);
    const keys = isMapping(value) ? pairsIn(value as Values, invalid, at, depth + 1) : []; // no list
    const isBare = keys.length > 0 || invalid.has(at);
    return [{ name, at, depth, value: isBare ? undefined : value }, ...keys];
  });

/**
 * Prints a values tree, one block for each root key, with comments above the keys that have them. A comment cannot fall
 * into a value, because js-yaml prints each key on its own, below its comments.
 * @param notes what to say directly above a key, by path
 * @param invalid the keys that are printed without their value, by path
 */
export function printValues(
  values: Values,
  notes: ReadonlyMap<string, readonly Note[]> = new Map(),
  invalid: ReadonlySet<string> = new Set(),
): Line[] {
  const pairs = pairsIn(values, invalid);
  const documents = pairs.flatMap(({ name, value = {} }) =>
    jsToAst({ [name]: value }, schema, { noRefs: true }),
  );
  // All in one call, which is faster. No document holds the `---` between them, because js-yaml quotes it.
  const printed = present(documents, STYLE).split(/^---\n/m);
  return pairs.flatMap(({ at, depth, value }, index): Line[] => {
    const indent = 2 * depth;
    const comments = (notes.get(at) ?? []).flatMap(({ id, text }) =>
      commentLines(text, indent, 2).map(
        (row, index): Line => ({ id: `${id} ${index}`, kind: 'comment', text: row, path: at }),
      ),
    );
    const isInvalid = invalid.has(at);
    const whole = printed[index]?.trimEnd() ?? '';
    // Mostly one row; two for a long key, more for a list. js-yaml prints a parent as `key: {}`.
    const rows = (value === undefined ? whole.replace(/ \{\}$/, '') : whole).split('\n');
    const keyLines = rows.map((row, rowIndex): Line => {
      const text = ' '.repeat(indent) + row + (isInvalid ? ' # cannot be read' : '');
      const id = rowIndex === 0 ? at : `${at} ${rowIndex}`;
      return { id, kind: 'key', text, path: at, ...(isInvalid && { isInvalid }) };
    });
    const own = [...comments, ...keyLines];
    return depth === 0 ? [{ id: `blank ${at}`, kind: 'blank', text: '' }, ...own] : own;
  });
}

/** Columns that a comment may take, its indent and mark included: what yamllint allows by default. */
export const COMMENT_WIDTH = 80;

/**
 * Breaks a text into comment lines: `# ` at the indent, later lines with `hang` more spaces after the mark.
 * Whatever the text holds, each line is a comment: every line break and control character is a space here, and a word
 * that is wider than the line is broken. Quotation marks become plain ones, for terminals.
 */
export function commentLines(text: string, indent: number, hang = 0): string[] {
  // A line has room for the first letters of a word, however deep its key stands.
  const room = Math.max(COMMENT_WIDTH - indent - '# '.length, hang + 20);
  const mark = `${' '.repeat(indent)}# `;
  const lines: string[] = [];
  let line = '';
  for (let word of words(text)) {
    while (line.length + word.length + (line === '' ? 0 : 1) > room) {
      if (line.trim() !== '') {
        lines.push(mark + line);
        line = ' '.repeat(hang);
        continue;
      }
      lines.push(mark + line + word.slice(0, room - line.length));
      word = word.slice(room - line.length);
      line = ' '.repeat(hang);
    }
    line = line.trim() === '' ? line + word : `${line} ${word}`;
  }
  if (line.trim() !== '') lines.push(mark + line);
  return lines;
}

/** What stands between spaces, line breaks and control characters. */
const words = (text: string): readonly string[] =>
  text
    .replaceAll('‘', "'")
    .replaceAll('’', "'")
    .replaceAll('“', '"')
    .replaceAll('”', '"')
    .match(/[^\s\p{Cc}]+/gu) ?? [];
