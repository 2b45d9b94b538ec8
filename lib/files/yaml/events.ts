import { type Event, parseEvents, YAMLException } from 'js-yaml';

/** Where something stands in a file; `line` and `column` count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Why a text is not what Helm reads, in a sentence, with its place where that is known. */
export class YamlProblem extends Error {
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor(message: string, position?: Position) {
    super(message);
    this.line = position?.line;
    this.column = position?.column;
  }
}

/** How deep values may be nested. */
export const MOST_DEPTH = 64;

/** Put before lines that go on at or left of their key: see {@link eventsOf}. */
export const PADDING = ' '.repeat(2 * MOST_DEPTH);
const MOST_RETRIES = 20;

/**
 * The events of a text by js-yaml. Go takes brackets and quotes that go on at or left of their key, which js-yaml refuses:
 * from such a line on the lines are indented more, up to where the collection ends, and the text is read again.
 * @param firstLine the line of the file at which the text starts
 * @returns the events, and the source that their offsets count in
 * @throws YamlProblem where js-yaml or Go refuses the text
 */
export function eventsOf(text: string, firstLine: number): { source: string; events: Event[] } {
  let lines = text.replace(/^\uFEFF/, '').split(/\r\n|[\n\r\x85]/);
  refuseOddLines(lines, firstLine);
  for (let turn = 0; ; turn++) {
    const source = lines.join('\n');
    try {
      return { source, events: parseEvents(source, { maxDepth: MOST_DEPTH }) };
    } catch (error) {
      if (!(error instanceof YAMLException) || !error.mark) throw error;
      const { reason, mark } = error;
      const { line, column } = mark;
      const isPadded = lines[line]?.startsWith(PADDING);
      const from = (change: (line: string) => string) =>
        lines.map((one, index) => (index < line ? one : change(one)));
      if (turn < MOST_RETRIES && !isPadded && reason === 'deficient indentation') {
        lines = from((one) => PADDING + one);
      } else if (turn < MOST_RETRIES && isPadded && /^bad indent|^end of the stream/.test(reason)) {
        lines = from((one) => one.replace(PADDING, ''));
      } else {
        const isBehind = /^(?:expected ':'|can not read)/.test(reason);
        const at = isBehind
          ? lines.findLastIndex((one, index) => index < line && /\S/.test(one))
          : line;
        const indent = isPadded ? PADDING.length : 0;
        throw new YamlProblem(wordsFor(reason, lines[at] ?? ''), {
          line: firstLine + at,
          column: isBehind ? 1 : Math.max(1, column + 1 - indent),
        });
      }
    }
  }
}

/** Lines that js-yaml passes over and Go does not, and directives. */
function refuseOddLines(lines: readonly string[], firstLine: number): void {
  const first = lines.findIndex((line) => /^\s*[^\s#]/.test(line));
  for (const [index, line] of lines.entries()) {
    const refuse = (message: string, column = 1): never => {
      throw new YamlProblem(message, { line: firstLine + index, column });
    };
    const odd = /[\uFEFF\u2028\u2029]/.exec(line);
    if (odd) refuse(UNSEEN, odd.index + 1);
    if (line.startsWith('%')) {
      refuse('A values file needs no line that starts with %. Take this line out.');
    }
    if (index === first && line.startsWith('...')) {
      refuse('A document ends here before it has started. Take this line out.');
    }
  }
}

const UNSEEN =
  'A character that cannot be seen, a byte order mark or a line separator, stands inside this line. Take it out.';

/** What js-yaml says of a line, in words for a person with a values file. */
function wordsFor(reason: string, line: string): string {
  if (/(?:^|:|-)\s+[@`]/.test(line)) {
    return 'A value cannot start with @ or ` unless it is in quotes.';
  }
  if (reason.startsWith('bad indent') && /^[^:]*:\s[^:]*:\s/.test(line)) {
    return 'A second colon stands in this line. Put a text that holds a colon and a space in quotes.';
  }
  const [, words] = WORDS.find(([start]) => reason.startsWith(start)) ?? [];
  return words ?? `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}

/** The same by the start of its words. */
const WORDS: readonly (readonly [start: string, words: string])[] = [
  ['nesting exceeded', `Values are nested more than ${MOST_DEPTH} deep.`],
  ['tab characters', 'A tab stands where spaces must indent this line.'],
  ['bad indentation', 'This line does not fit the indent of the lines above it.'],
  ['deficient indentation', 'This line must be indented more than the key that it belongs to.'],
  ['missed comma', 'A comma or a closing bracket is missing.'],
  ["expected the node content, but found ','", 'A value is missing before this comma.'],
  ['unexpected end of the stream within a flow', 'A closing bracket is missing.'],
  ['unexpected end', 'A closing quote is missing.'],
  ['unknown escape', 'Helm does not know this escape with a backslash.'],
  ["expected ':'", 'This line has no colon after its key.'],
  ['can not read a block mapping', 'This line has no colon after its key.'],
  ['end of the stream', 'This line fits neither the lines above it nor a new document.'],
  ['undeclared tag', 'Nothing says what this tag means.'],
];
