import { at, isMapping } from '@/lib/domain/mapping';
import { plural } from '@/lib/domain/plural';
import { readDocument } from '@/lib/files/yaml/read-values';
import { keep } from './keep';
import { idOf, type Manifest, type Render } from './manifest';

/** How many characters of a render are read: ten times the largest that was measured. */
export const MOST_CHARACTERS = 20_000_000;
const MOST_OBJECTS = 20_000;
const MOST_BROKEN = 100;

/** What Helm writes where it has rendered nothing. */
const HELM_ERROR = 'This is an error message of Helm, not manifests: the chart was not rendered.';

const NOT_ENDED =
  'The last line has no line break. If the file was cut off, a part of it is missing.';

/**
 * Reads what `helm template`, `helm get manifest` or `kubectl get … -o yaml` (or `-o json`) print. Never throws. A
 * document that cannot be read is left out, and the others are read. Of each object only the fields that something asks
 * for are kept, of a Secret none.
 * @param text as `textOfFile` gives it
 * @param names environment variables whose values may be kept: {@link askedNames}
 */
export function readManifests(text: string, names: ReadonlySet<string>): Render {
  if (/^Error: /m.test(text.slice(0, 65_536)) && !/^kind:/m.test(text)) {
    return { objects: [], broken: [], remarks: [HELM_ERROR] };
  }
  const objects = new Map<string, Manifest>();
  const broken: { readonly line: number }[] = [];
  let others = 0;
  const take = (value: unknown, depth = 0): void => {
    if (value === null || value === undefined || objects.size >= MOST_OBJECTS) return;
    const [kind, items] = [at(value, 'kind'), at(value, 'items')];
    if (Array.isArray(items) && String(kind ?? 'List').endsWith('List') && depth < 3) {
      for (const item of items) take(item, depth + 1);
      return;
    }
    const object = isMapping(value) ? keep(value, names) : undefined;
    if (object) objects.set(idOf(object), object);
    else others += 1;
  };

  const whole = json(text);
  const isEnded = text === '' || text.endsWith('\n');
  if (whole !== undefined) {
    for (const one of whole.flat()) take(one);
  } else {
    for (const document of splitDocuments(text)) {
      if (plainKind(document.text) === 'CustomResourceDefinition') continue;
      try {
        take(readDocument(document.text, document.line).value);
      } catch {
        // Without the reason: it may quote the file.
        if (broken.length < MOST_BROKEN) broken.push({ line: document.line });
      }
    }
  }
  const what = plural(others, 'document is no object', 'documents are no objects');
  const remarks = [
    ...(others > 0 ? [`${what} of Kubernetes.`] : []),
    ...(isEnded || whole !== undefined ? [] : [NOT_ENDED]),
  ];
  return { objects: [...objects.values()], broken, remarks };
}

function json(text: string): unknown[] | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    // What several commands printed into one file stands in it one after the other.
    return JSON.parse(`[${text.replace(/\}\r?\n\{/g, '},{')}]`);
  } catch {
    return undefined;
  }
}

/**
 * Cuts a file at its document marks, and where `kubectl get … >> file` put another document after one without a mark.
 * Each document has the line at which it starts, from 1.
 */
function splitDocuments(text: string) {
  let line = 1;
  const parts = text.split(/^---(?=[ \t\r\n]|$)/m).flatMap((part) => {
    const pieces = part.split(/^(?=apiVersion:)/m);
    return pieces.filter((one) => one.startsWith('apiVersion:')).length > 1 ? pieces : part;
  });
  return parts.map((part) => {
    // What stands after the mark belongs to the document: `--- # Source` as well as `--- {…}`.
    const document = { text: part, line };
    line += part.split('\n').length - 1;
    return document;
  });
}

const KIND = /^( *)["']?kind["']?:[ \t]+["']?(\w+)["']?[ \t]*(?:#.*)?\r?$/gm;

/** The document's kind where its text shows it plainly, so that large kinds that are not asked for are never parsed. */
function plainKind(text: string): string | undefined {
  const indent = /^( *)[^\s#]/m.exec(text)?.[1] ?? '';
  for (const [, before, kind] of text.matchAll(KIND)) if (before === indent) return kind;
  return undefined;
}
