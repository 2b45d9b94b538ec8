import { inFigures } from '@/lib/domain/in-figures';
import { isMapping } from '@/lib/domain/mapping';
import { plural } from '@/lib/domain/plural';
import { runToEnd } from '@/lib/domain/run-to-end';
import { readDocument } from '@/lib/files/yaml/documents';
import { idOf } from './compare-renders';
import { keepFields } from './keep-fields';
import type { Manifest, Render } from './manifest';
import { type DocumentText, plainKind, splitDocuments } from './split-documents';
import { textAt } from './untyped';

/** How many bytes of a render are read: ten times the largest that was measured. */
const MOST_BYTES = 20_000_000;
const MOST_OBJECTS = 20_000;
const MOST_BROKEN = 100;

/**
 * Reads what `helm template`, `helm get manifest` or `kubectl get … -o yaml` (or `-o json`) print. Never throws. A
 * document that cannot be read costs only itself. Secrets are dropped before anything is done with them, and of the
 * others only fields that something asks for are kept.
 *
 * @param names environment variables whose values may be kept: {@link askedNames}
 */
export function readManifests(text: string, names: ReadonlySet<string>): Render {
  return runToEnd(readInSteps(text, names));
}

/** The same in steps of a few milliseconds, so that a page can draw and take input between them. */
export function* readInSteps(
  text: string,
  names: ReadonlySet<string>,
): Generator<undefined, Render> {
  if (text.length > MOST_BYTES) {
    return refused(
      `This file has ${inFigures(text.length)} bytes; at most ${inFigures(MOST_BYTES)} are read. Nothing was read from it.`,
    );
  }
  if (text.includes('\0')) return refused('This is a binary file. Nothing was read from it.');
  if (/^Error: /m.test(text.slice(0, 65_536)) && !/^kind:/m.test(text)) {
    return refused('This is an error message of Helm, not manifests: the chart was not rendered.');
  }

  const objects = new Map<string, Manifest>();
  const broken: { readonly line: number }[] = [];
  let secrets = 0;
  let others = 0;
  const keep = (value: unknown, depth = 0): void => {
    if (value === null || value === undefined || objects.size >= MOST_OBJECTS) return;
    if (!isMapping(value)) {
      others += 1;
      return;
    }
    const kind = textAt(value, 'kind');
    if (kind === 'Secret' || kind === 'SecretList') {
      secrets += 1;
      return;
    }
    if (Array.isArray(value.items) && kind.endsWith('List') && depth < 3) {
      for (const item of value.items) keep(item, depth + 1);
      return;
    }
    const object = keepFields(value, names);
    if (object) objects.set(idOf(object), object);
    else others += 1;
  };

  const whole = json(text);
  if (whole !== undefined) {
    for (const one of Array.isArray(whole) ? whole : [whole]) {
      for (const item of isMapping(one) && Array.isArray(one.items) ? one.items : [one]) {
        keep(item);
        yield;
      }
    }
  } else {
    for (const document of splitDocuments(withoutPartialLine(text))) {
      const kind = plainKind(document);
      if (kind === 'CustomResourceDefinition') continue;
      if (kind === 'Secret') {
        secrets += 1;
        continue;
      }
      const read = parse(document);
      if (read) keep(read.value);
      else if (broken.length < MOST_BROKEN) broken.push({ line: document.line });
      yield;
    }
  }
  const what = plural(others, 'document is no object', 'documents are no objects');
  const remarks = others > 0 ? [`${what} of Kubernetes.`] : [];
  return { objects: [...objects.values()], secrets, broken, remarks };
}

const refused = (remark: string): Render => ({
  objects: [],
  secrets: 0,
  broken: [],
  remarks: [remark],
});

/** Helm and kubectl end each line. One that is not ended may be cut off, so that `5` was `50`. */
const withoutPartialLine = (text: string): string => text.slice(0, text.lastIndexOf('\n') + 1);

function json(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads one document as Helm's own reader does: the last of equal keys counts. */
function parse({ text, line }: DocumentText): { value: unknown } | undefined {
  try {
    return readDocument(text, line);
  } catch {
    return undefined; // without the reason: it may quote the file
  }
}
