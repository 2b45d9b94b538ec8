import { isMapping } from '@/lib/domain/mapping';
import { formatPath } from '@/lib/domain/path';
import type { UserValue } from '@/lib/domain/user-files';
import type { Notice } from '@/lib/link/link';
import { isSame } from '../leaves';
import { type Mapping, valueAt } from '../yaml-mapping';
import { parseDocument } from './parse';
import { type ReadValue, valuesOf } from './values-of';
import { YamlProblem } from './yaml-problem';

/**
 * Reads a file as Helm does, in steps of a few milliseconds. Helm 3 reads the first document only; Helm 4 cuts the
 * file at its lines `---`, ends each part with a line break and merges what it reads in them. What both read
 * the same is what is read here.
 * @throws YamlProblem where one of them refuses the file
 */
export function* readDocuments(text: string): Generator<undefined, ReadValue> {
  const first = yield* readDocument(text, 1);
  const parts = cut(text);
  const isEnded = text.endsWith('\n') || !/[|>]/.test(text); // only a block of text tells the difference
  if (isEnded && parts.length < 2) return first;

  let merged: UserValue = {};
  const remarks: Notice[] = [];
  for (const { text, line } of parts) {
    const read = yield* readDocument(text, line);
    remarks.push(...read.remarks);
    if (read.value === null) continue;
    if (!isMapping(read.value)) {
      const message = 'Helm 4 reads every document of a file, and this one has no keys at its top.';
      throw new YamlProblem(message, { line, column: 1 });
    }
    merged = merge(merged, read.value);
  }
  if (isSame(first.value ?? {}, merged)) return { value: first.value, remarks };
  const ended = isEnded ? first : yield* readDocument(`${text}\n`, 1);
  if (isSame(ended.value ?? {}, merged)) {
    return { value: ended.value, remarks: [...remarks, { key: '', message: NOT_ENDED }] };
  }
  const left: string[] = [];
  const value = agreed(isMapping(first.value) ? first.value : {}, merged, [], left);
  if (Object.keys(value).length === 0) {
    const line = (parts[1] ?? parts[0])?.line ?? 1;
    throw new YamlProblem(NOTHING_ALIKE, { line, column: 1 });
  }
  const message = `This file holds several documents (a line --- starts one). Helm 4 merges them all, Helm 3 reads only the first. What both read alike is taken; left out: ${left.join(', ')}.`;
  return { value, remarks: [{ key: '---', message }, ...remarks] };
}

const NOTHING_ALIKE =
  'Helm 4 merges the documents of this file, Helm 3 reads only the first, and no key is alike to both. Give one of the documents.';

const NOT_ENDED =
  'The last line of this file has no line break. Helm 4 reads one at the end of the text there, and so does this page; Helm 3 does not.';

/**
 * Reads the first document of a text, as {@link readDocuments} does.
 * @param firstLine the line of the file at which the text starts
 * @throws YamlProblem where Go refuses it
 */
export function* readDocument(text: string, firstLine: number): Generator<undefined, ReadValue> {
  const root = parseDocument(text, firstLine);
  yield;
  return root ? valuesOf(root) : { value: null, remarks: [] };
}

/**
 * The parts that Helm 4 sees, each with its first line. A line that starts with `---` ends one, whatever Go's YAML makes
 * of that line; where there is nothing to end it belongs to the next.
 * @throws YamlProblem where more than a comment stands in such a line
 */
function cut(text: string): { text: string; line: number }[] {
  const parts: { text: string; line: number }[] = [];
  let [start, line, startLine] = [0, 1, 1];
  const push = (end: number) => {
    const part = text.slice(start, end).replaceAll('\r\n', '\n');
    if (part !== '') parts.push({ text: part.replace(/(?<!\n)$/, '\n'), line: startLine });
  };
  for (const { 0: whole, index } of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    if (whole.startsWith('---')) {
      if (!/^---\s*(?:#|$)/.test(whole)) {
        const message = 'Helm 4 takes nothing but a comment in a line that starts with ---.';
        throw new YamlProblem(message, { line, column: 4 });
      }
      if (index > start) {
        push(index);
        [start, startLine] = [index + whole.length, line + 1];
      }
    }
    line += 1;
  }
  push(text.length);
  return parts;
}

function merge(under: Mapping, over: Mapping): Mapping {
  const merged = new Map(Object.entries(under));
  for (const [key, value] of Object.entries(over)) {
    const there = merged.get(key);
    merged.set(key, isMapping(value) && isMapping(there) ? merge(there, value) : value);
  }
  return Object.fromEntries(merged);
}

/** What two trees have alike. @param left gets the paths of everything else */
function agreed(one: Mapping, other: Mapping, path: readonly string[], left: string[]): Mapping {
  const both = new Map<string, UserValue>();
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [a, b] = [valueAt(one, key), valueAt(other, key)];
    const at = [...path, key];
    if (a !== undefined && isSame(a, b)) both.set(key, a);
    else if (isMapping(a) && isMapping(b)) {
      const inside = agreed(a, b, at, left);
      if (Object.keys(inside).length > 0) both.set(key, inside);
    } else left.push(formatPath(at));
  }
  return Object.fromEntries(both);
}
