import { isSame } from '../leaves';
import { YamlProblem } from './events';
import { type ReadValue, readDocument } from './read-values';

/** A document of a file that is not empty. */
export interface ReadDocument extends ReadValue {
  /** The line at which it starts. */
  readonly line: number;
}

/**
 * Reads the documents of a file that are not empty. Helm 4 cuts a values file at its lines `---` and reads each part;
 * Helm 3 reads the first document only. Where the two differ on a file of one document it says so.
 * @throws YamlProblem where one of the two refuses the file
 */
export function readDocuments(text: string): ReadDocument[] {
  const parts = cut(text);
  const documents = parts
    .map((part) => ({ ...readDocument(part.text, part.line), line: part.line }))
    .filter(({ value }) => value !== null);
  const [only, ...others] = documents;
  if (!only || others.length > 0) return documents;
  const first = readDocument(text, 1);
  if (isSame(first.value, only.value)) return [{ ...first, line: only.line }];
  const isFirst = first.value !== null;
  if (isFirst && !isSame(readDocument(`${text}\n`, 1).value, only.value)) {
    throw new YamlProblem('Helm 3 and Helm 4 read this file differently.', { line: 1, column: 1 });
  }
  const message = isFirst ? NOT_ENDED : FIRST_ONLY;
  return [{ ...only, remarks: [...only.remarks, { key: '', message }] }];
}

const NOT_ENDED =
  'The last line of this file has no line break. Helm 4 reads one at the end of the text there, and so does this page; Helm 3 does not.';

const FIRST_ONLY =
  'The first document of this file is empty. Helm 3 reads no other one of a values file.';

/**
 * The parts that Helm 4 sees, each with its first line. A line that starts with `---` ends one, whatever Go's YAML makes
 * of that line; where there is nothing to end it belongs to the next.
 * @throws YamlProblem where more than a comment stands in such a line
 */
function cut(text: string): { text: string; line: number }[] {
  const parts: { text: string; line: number }[] = [];
  let lines: string[] = [];
  const all = text.split(/\r?\n/);
  const push = (next: number) => {
    if (lines.join('') !== '')
      parts.push({ text: `${lines.join('\n')}\n`, line: next - lines.length });
    lines = [];
  };
  for (const [index, line] of all.entries()) {
    if (line.startsWith('---') && !/^---\s*(?:#|$)/.test(line)) {
      const message = 'Helm 4 takes nothing but a comment in a line that starts with ---.';
      throw new YamlProblem(message, { line: index + 1, column: 4 });
    }
    if (line.startsWith('---') && lines.length > 0) push(index + 1);
    else lines.push(line);
  }
  if (lines.at(-1) === '') lines.pop();
  push(all.length + (text.endsWith('\n') ? 0 : 1));
  return parts;
}
