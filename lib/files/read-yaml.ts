import { isMapping } from '@/lib/domain/mapping';
import { inFigures, plural } from '@/lib/domain/plural';
import type { UserValue } from '@/lib/domain/user-files';
import type { Notice } from '@/lib/link/link';
import { type FileFault, fault, MOST_BYTES, withoutWarnings } from './file-text';
import { type Held, heldIn, kindOf, otherFile } from './held-values';
import { type Mapping, shown } from './leaves';
import { type ReadDocument, readDocuments } from './yaml/documents';
import { YamlProblem } from './yaml/events';

/** A values file as Helm reads it. */
export interface ReadYaml {
  readonly values: Mapping;
  /** What a person should know of how it was read, each by the key that it is about. */
  readonly remarks: readonly Notice[];
}

/**
 * Reads a values file as Helm 3 and 4 read it: with YAML 1.1 by Go, the last of equal keys, merges in the order of the
 * file. Values inside a HelmRelease, an Argo CD Application, a ConfigMap, what `helm get values` prints and their like
 * are found. Never throws; whatever Helm refuses, and some odd layouts, are a fault in a sentence, with the place.
 * @param chosen the id of one of the `choices` of an earlier fault
 */
export function readYaml(text: string, chosen?: string): ReadYaml | { fault: FileFault } {
  if (text.length > MOST_BYTES) {
    return fault(
      `This file is longer than ${inFigures(MOST_BYTES)} characters. Nothing was read from it.`,
    );
  }
  const foreign = foreignIn(text);
  if (foreign) return { fault: foreign };
  const whole = withoutWarnings(text.replace(/^\uFEFF/, ''));
  const { text: yaml, remarks } = withoutHeading(whole.text);
  const above = [...whole.remarks.map((message) => ({ key: '', message })), ...remarks];
  try {
    const read = choose(readDocuments(yaml), chosen);
    return 'fault' in read ? read : { ...read, remarks: [...above, ...read.remarks] };
  } catch (error) {
    return { fault: explained(error, yaml) };
  }
}

/** Values of one document, or inside it. */
interface Candidate {
  readonly document: ReadDocument;
  readonly held?: Held;
}

/** The values of the one document that holds some, or of the one that was chosen. */
function choose(
  documents: readonly ReadDocument[],
  chosen: string | undefined,
): ReadYaml | { fault: FileFault } {
  const candidates: Candidate[] = [];
  const others: string[] = [];
  for (const document of documents) {
    const { value, line } = document;
    const refusal = refusalOf(value);
    if (refusal !== undefined || !isMapping(value)) {
      if (documents.length === 1 || !isMapping(value))
        return { fault: { message: refusal ?? '', ...(line > 1 && { line }) } };
      others.push(refusal ?? '');
      continue;
    }
    const found = heldIn(value);
    const held = found?.filter(({ values }) => values);
    if (found && held?.length === 0) others.push(nothingIn(kindOf(value) ?? 'file', found));
    candidates.push(...(held?.map((one) => ({ document, held: one })) ?? [{ document }]));
  }
  const only = candidates.length === 1 ? candidates[0] : undefined;
  const candidate = only ?? candidates.find((one) => idOf(one) === chosen);
  if (candidate) return valuesOf(candidate, others.length + candidates.length - 1);
  if (candidates.length === 0) return fault(others[0] ?? EMPTY);
  const message = `Values stand in ${candidates.length} places of this file. Helm 4 merges the documents of a values file, Helm 3 reads only the first: choose which to read.`;
  const choices = candidates.map((one) => ({ id: idOf(one), title: titleOf(one) }));
  return { fault: { message, line: candidates[1]?.document.line ?? 1, column: 1, choices } };
}

const EMPTY = 'This file is empty, or holds only comments. Nothing was read from it.';

function nothingIn(kind: string, found: readonly Held[]): string {
  const elsewhere = [...new Set(found.flatMap(({ unread }) => unread))].join(', ');
  return elsewhere === ''
    ? `This ${kind} is not a values file, and holds no values where one of its kind has them. Nothing was read from it.`
    : `This ${kind} has its values only in ${elsewhere}, which is not read here. Nothing was read from it.`;
}

const idOf = ({ document, held }: Candidate) => `${document.line} ${held?.where ?? ''}`.trim();

function titleOf({ document: { line, value }, held }: Candidate): string {
  const keys = isMapping(value) ? Object.keys(value).join(', ') : '';
  return `Line ${line}: ${held ? `${held.what}, ${held.where}` : shown(keys)}`;
}

function valuesOf({ document, held }: Candidate, others: number): ReadYaml | { fault: FileFault } {
  const value = held?.values ? held.values() : document.value;
  const wrong = refusalOf(value);
  if (wrong !== undefined) return fault(wrong);
  const remarks = [...document.remarks];
  if (others > 0) {
    const what = plural(others, 'other place of this file was', 'other places of this file were');
    remarks.push({
      key: '---',
      message: `${what} not read: these are the values of line ${document.line}.`,
    });
  }
  if (held) {
    const { what, where, unread } = held;
    const rest = unread.length > 0 ? ` Not read: ${unread.join(', ')}.` : '';
    const article = /^[AEIOU]/.test(what) ? 'an' : 'a';
    const message = `This is ${article} ${what}: the values in ${where} were read.${rest}`;
    remarks.push({ key: where, message });
  }
  return { values: value as Mapping, remarks };
}

/** What `helm get values` and `helm get all` print above the values, alone in its line. */
const HEADING = /^(USER-SUPPLIED|COMPUTED) VALUES:[ \t]*\r?$/m;
/** What `helm get all` prints below them. */
const NEXT = /^(?:COMPUTED VALUES|HOOKS|MANIFEST|NOTES):[ \t]*\r?$/m;

/** A text without what Helm prints around values. Lines keep their numbers. */
function withoutHeading(text: string): { text: string; remarks: readonly Notice[] } {
  const heading = HEADING.exec(text);
  const before = text.slice(0, heading?.index);
  // `helm get all` starts with the release's name; anything else above the heading is the person's own.
  const isAside = (line: string) => !/^\s*[^\s#]/.test(line);
  const isPlain = before.startsWith('NAME:') || before.split(/[\n\r]/).every(isAside);
  if (!heading || !isPlain) return { text, remarks: [] };
  const start = heading.index + heading[0].length;
  const end = start + (NEXT.exec(text.slice(start))?.index ?? text.length);
  const message = `This is what helm get prints: the values below “${heading[1]} VALUES:” were read.`;
  return {
    text: before.replace(/[^\n]/g, '') + text.slice(start, end),
    remarks: [{ key: `${heading[1]} VALUES`, message }],
  };
}

/** What no YAML of Helm holds: marks that git leaves where two versions disagree, and characters that Go refuses. */
function foreignIn(text: string): FileFault | undefined {
  const control = /(?![\t\n\r\x85])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.exec(text);
  const mark = /^>{7}(?: .*)?$/m.test(text) ? /^<{7}(?: .*)?$/m.exec(text) : null;
  const found = control ?? mark;
  if (!found) return undefined;
  const code = found[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  const message = control
    ? `Helm takes no control character, and here stands U+${code}.`
    : 'This line is a mark of a merge conflict. Settle the conflict first; nothing was read from the file.';
  const before = text.slice(0, found.index).split('\n');
  return { message, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Why values cannot be a chart's, in a sentence. */
function refusalOf(value: UserValue): string | undefined {
  if (value === null) return EMPTY;
  if (Array.isArray(value)) {
    return 'There is a list at the top of this file. A values file has keys at its top.';
  }
  if (!isMapping(value)) {
    return 'There is a single value in this file. A values file has keys at its top.';
  }
  return otherFile(value);
}

function explained(error: unknown, text: string): FileFault {
  if (!(error instanceof YamlProblem)) return { message: 'This file cannot be read as YAML.' };
  const { message, line, column } = error;
  const place = line !== undefined && column !== undefined ? { line, column } : {};
  const template = line === undefined ? undefined : templateLine(text, line);
  if (template === undefined) return { message, ...place };
  return {
    message: `Line ${inFigures(template)} has {{ … }} without quotes. Helm does not fill in templates in a values file: put the text in quotes, or write the value itself.`,
    line: template,
    column: 1,
  };
}

/** Texts in quotes, and a comment. */
const ASIDE = /"(?:[^"\\]|\\.?)*"?|'[^']*'?|(?:^|\s)#.*/g;
/** `{{` where a key, a value or a list item starts. */
const TEMPLATE = /(?:^\s*|[[{,]\s*|[:?-]\s+)\{\{/;

/**
 * The line of the template that a fault comes from: the last line up to the fault's that has `{{` without quotes. The
 * fault of a mapping that is left open lies in a line below it.
 */
function templateLine(text: string, faultLine: number): number | undefined {
  const lines = text.split(/\r\n|[\n\r\x85\u2028\u2029]/, faultLine);
  const index = lines.findLastIndex((line) => TEMPLATE.test(line.replace(ASIDE, ' ')));
  return index < 0 ? undefined : index + 1;
}
