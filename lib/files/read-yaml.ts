import { inFigures } from '@/lib/domain/in-figures';
import { isMapping } from '@/lib/domain/mapping';
import { runToEnd } from '@/lib/domain/run-to-end';
import type { UserValue } from '@/lib/domain/user-files';
import type { Notice } from '@/lib/link/link';
import { valuesInside, withoutHeading } from './pasted-shapes';
import { readDocuments } from './yaml/read-documents';
import { YamlProblem } from './yaml/yaml-problem';
import { BINARY, fault, tooLarge, type YamlFault } from './yaml-fault';
import type { Mapping } from './yaml-mapping';

export { decodeYaml } from './decode-file';
export { MOST_BYTES, type YamlFault } from './yaml-fault';

/** A values file as Helm reads it. */
export interface ReadYaml {
  readonly values: Mapping;
  /** What a person should know of how it was read, each by the key that it is about. */
  readonly remarks: readonly Notice[];
}

/**
 * Reads a values file exactly as Helm 3 and 4 read it: with YAML 1.1 by Go, the last of equal keys, merges in the order
 * of the file. Values inside a HelmRelease, an Argo CD Application or what `helm get values` prints are found. Never
 * throws; whatever Helm refuses is a fault in a sentence, with its place where there is one.
 */
export function readYaml(text: string): ReadYaml | { fault: YamlFault } {
  return runToEnd(readInSteps(text));
}

/** As {@link readYaml}, in steps of a few milliseconds, so that a page can draw and take keys between them. */
export function* readInSteps(text: string): Generator<undefined, ReadYaml | { fault: YamlFault }> {
  const large = tooLarge(text.length);
  if (large) return large;
  if (text.includes('\0')) return fault(BINARY);
  const control = controlIn(text);
  if (control) return { fault: control };
  const { text: yaml, remarks } = withoutHeading(text.replace(/^\uFEFF/, ''));
  try {
    const read = yield* readDocuments(yaml);
    const inside = isMapping(read.value) ? yield* valuesInside(read.value) : undefined;
    if (inside && 'fault' in inside) return inside;
    const value = inside ? inside.value : read.value;
    const wrong = unusable(value);
    if (wrong !== undefined) return fault(wrong);
    return {
      values: value as Mapping, // unusable() looked at it
      remarks: [...remarks, ...read.remarks, ...(inside?.remarks ?? [])],
    };
  } catch (error) {
    return { fault: explained(error, yaml) };
  }
}

/** A character that Go refuses in YAML. */
const CONTROL = /(?![\t\n\r\x85])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;

function controlIn(text: string): YamlFault | undefined {
  const found = CONTROL.exec(text);
  if (!found) return undefined;
  const before = text.slice(0, found.index).split('\n');
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return {
    message: `Helm takes no control character, and here stands U+${code}.`,
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
  };
}

/** Why values cannot be a chart's, in a sentence. */
function unusable(value: UserValue): string | undefined {
  if (value === null) {
    return 'This file is empty, or holds only comments. Nothing was read from it.';
  }
  if (Array.isArray(value)) {
    return 'There is a list at the top of this file. A values file has keys at its top.';
  }
  if (!isMapping(value)) {
    return 'There is a single value in this file. A values file has keys at its top.';
  }
  return hasInfinite(value)
    ? 'It holds an infinite number or .nan, which Helm cannot read.'
    : undefined;
}

const hasInfinite = (value: UserValue): boolean =>
  typeof value === 'object' && value !== null
    ? Object.values(value).some(hasInfinite)
    : typeof value === 'number' && !Number.isFinite(value);

function explained(error: unknown, text: string): YamlFault {
  if (!(error instanceof YamlProblem)) return { message: 'This file cannot be read as YAML.' };
  const { message, line, column } = error;
  const template = templateLine(text, line);
  if (template === undefined) return { message, line, column };
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
