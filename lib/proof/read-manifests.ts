import { inFigures } from '@/lib/domain/in-figures';
import { isMapping } from '@/lib/domain/mapping';
import { plural } from '@/lib/domain/plural';
import { runToEnd } from '@/lib/domain/run-to-end';
import { readDocument } from '@/lib/files/yaml/read-documents';
import { keepFields } from './keep-fields';
import type { BrokenDocument, Manifest, Render } from './manifest';
import { listOf, type Mapping, textOf } from './mapping';
import { type DocumentText, plainKind, splitDocuments } from './split-documents';

/** Bytes of a render that are read at most: ten times the largest that was measured. */
const MOST_BYTES = 20_000_000;
const MOST_OBJECTS = 20_000;
const MOST_BROKEN = 100;

const NO_RENDER: Render = { objects: [], secrets: 0, broken: [], remarks: [] };

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

/** The same in steps of a few milliseconds, so that a page can draw and take keys between them. */
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
  const refusal = /^Error: .*$/m.exec(text.slice(0, 65_536));
  if (refusal && !/^kind:/m.test(text)) {
    return refused('This is an error message of Helm, not manifests: the chart was not rendered.');
  }

  const objects = new Map<string, Manifest>();
  const broken: BrokenDocument[] = [];
  let secrets = 0;
  let others = 0;
  const keep = (value: unknown, depth = 0): void => {
    if (value === null || value === undefined || objects.size >= MOST_OBJECTS) return;
    if (!isMapping(value)) {
      others += 1;
      return;
    }
    const kind = textOf(value.kind);
    if (kind === 'Secret' || kind === 'SecretList') {
      secrets += 1;
      return;
    }
    if (Array.isArray(value.items) && kind.endsWith('List') && depth < 3) {
      for (const item of listOf(value.items)) keep(item, depth + 1);
      return;
    }
    const object = keepFields(value as Mapping, names);
    if (object) objects.set(`${object.kind}/${object.namespace ?? ''}/${object.name}`, object);
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
    return { objects: [...objects.values()], secrets, broken, remarks: remarks(others) };
  }
  for (const document of splitDocuments(withoutPartialLine(text))) {
    const kind = plainKind(document);
    if (kind === 'CustomResourceDefinition') continue;
    if (kind === 'Secret') {
      secrets += 1;
      continue;
    }
    const read = yield* parse(document);
    if ('value' in read) keep(read.value);
    else if (broken.length < MOST_BROKEN) broken.push(read);
    yield;
  }
  return { objects: [...objects.values()], secrets, broken, remarks: remarks(others) };
}

const refused = (remark: string): Render => ({ ...NO_RENDER, remarks: [remark] });

const remarks = (others: number): string[] =>
  others === 0
    ? []
    : [`${plural(others, 'document is no object', 'documents are no objects')} of Kubernetes.`];

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
function* parse({
  text,
  line,
}: DocumentText): Generator<undefined, { value: unknown } | BrokenDocument> {
  try {
    return yield* readDocument(text, line);
  } catch {
    // The reason is left out: it may quote the file.
    return { line, message: 'This document cannot be read as YAML. The others are read.' };
  }
}
