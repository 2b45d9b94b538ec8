import type { Answer, RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { holdsCredential } from '@/lib/domain/credential';
import { completeAnswers } from '@/lib/domain/evaluate';
import { formatPath, isWithin } from '@/lib/domain/path';
import type { Carried, PathMap, UserValue } from '@/lib/domain/user-files';
import { answersInHead } from '@/lib/link/answers-in-head';
import { type Notice, openLink } from '@/lib/link/link';
import { readPlace } from '@/lib/overlay/place';
import type { Entry } from '@/lib/overlay/values';
import { type Reading, readAnswers } from '@/lib/reading/reading';
import { givenAnswer, silentRaw } from './given-answer';
import { isSame, type Leaf, leavesOf, shown } from './leaves';
import { readYaml, type YamlFault } from './read-yaml';

/** One leaf of the file, and what became of it. */
export interface OpenedLeaf {
  readonly path: string;
  readonly shown: string;
  /** What there is to know, in a sentence or two; `''` when nothing is. */
  readonly message: string;
}

/** A values file, understood. Every leaf of it is in exactly one of the three lists. */
export interface OpenedFile {
  /** All that it holds, in its own order. */
  readonly leaves: readonly Leaf[];
  readonly raw: RawAnswers;
  readonly carriedKeys: readonly Carried[];
  readonly map?: PathMap;
  readonly understood: readonly OpenedLeaf[];
  readonly carried: readonly OpenedLeaf[];
  readonly conflicts: readonly OpenedLeaf[];
  /** Whether its head has the line from which the answers are restored. */
  readonly isOurs: boolean;
  /** Where that line and the file's keys disagree, and what was concluded from keys that are not there. */
  readonly remarks: readonly Notice[];
}

/** Names that JavaScript or Helm 3 (`<<`, quoted too) takes for something else than a key. */
const isUnsafeName = (name: string) => name === '__proto__' || name === '' || name === '<<';

type Fate = 'understood' | 'carried' | 'conflict';

/**
 * Reads a values file into answers, and all that no answer covers into carried keys. A file with our line of answers is
 * restored from it; where its keys say otherwise the keys count, because they are what Helm reads. Never throws.
 */
export function openFile(catalog: Catalog, text: string): OpenedFile | { fault: YamlFault } {
  const read = readYaml(text);
  if ('fault' in read) return read;
  return understand(catalog, leavesOf(read.values), answersInHead(text));
}

const UNSAFE = 'A key of this name cannot be written safely. It was left out.';
const SECRET =
  'This looks like a credential, so it was left out: this file is made to be shared. Keep it in a Kubernetes Secret.';

function understand(
  catalog: Catalog,
  leaves: readonly Leaf[],
  line: string | undefined,
): OpenedFile {
  const start = line === undefined ? undefined : openLink(catalog, line);
  const base = start?.raw ?? completeAnswers(catalog, {});
  const before = readAnswers(catalog, base, start?.map && { map: start.map });
  const raw: Record<string, string> = { ...base };
  const map: Record<string, string> = { ...start?.map };
  const remarks: Notice[] = [...(start?.notices ?? [])];
  const keyAt = keysByPlace(catalog, start?.map);
  const fates: (Fate | undefined)[] = [];
  const said: string[] = [];
  const settle = (index: number, fate: Fate, message = '') => {
    fates[index] = fate;
    said[index] = message;
  };
  const answerOf = new Map<number, Answer>();

  for (const [index, { path, value }] of leaves.entries()) {
    const key = keyAt.get(formatPath(path));
    const answer = key && directAnswer(catalog, key.path);
    if (path.some(isUnsafeName)) settle(index, 'conflict', UNSAFE);
    else if (!key) {
      if (isSecret(path, value)) settle(index, 'conflict', SECRET);
    } else if (answer) {
      const given = givenAnswer(answer, value, base[answer.key] ?? answer.default);
      if ('message' in given) {
        settle(index, 'conflict', given.message);
        continue;
      }
      raw[answer.key] = given.raw;
      answerOf.set(index, answer);
      if ('isCarried' in given) settle(index, 'carried');
      else if (given.as && map[key.path] === undefined) map[key.path] = `=${given.as}`;
    }
  }
  absent(catalog, before, leaves, raw, line !== undefined, remarks);

  const userFiles = Object.keys(map).length > 0 ? { map } : {};
  const reading = readAnswers(catalog, raw, userFiles);
  const wrote = byPlace(before.entries);
  const writes = byPlace(reading.entries);
  const places = [...writes.keys()];
  for (const [index, { path, value }] of leaves.entries()) {
    const at = formatPath(path);
    const answer = answerOf.get(index);
    const was = wrote.get(at);
    if (line !== undefined && !isSame(was?.value, value) && keyAt.has(at)) {
      const had = was ? `has ${shown(was.value)}` : 'writes nothing';
      remarks.push({
        key: at,
        message: `The answers line ${had} here, the file ${shown(value)}. The file counts.`,
      });
    }
    if (fates[index] !== undefined) continue;
    if (answer) judgeAnswer(index, answer, value, at);
    else judgeOther(index, value, at);
  }

  function judgeAnswer(index: number, answer: Answer, value: UserValue, at: string) {
    const text = raw[answer.key] ?? '';
    const wrong =
      reading.faults.find(({ key }) => key === answer.key)?.message ??
      answer.schema.safeParse(text).error?.issues[0]?.message;
    if (wrong !== undefined) return settle(index, 'conflict', wrong);
    if (!reading.isActive(answer)) {
      return settle(index, 'understood', 'Kept, and not written while its branch is not chosen.');
    }
    const entry = writes.get(at);
    if (!entry) return settle(index, 'carried');
    const changed = !isSame(entry.value, value);
    settle(index, 'understood', changed ? `Written as ${JSON.stringify(entry.value)}.` : '');
  }

  function judgeOther(index: number, value: UserValue, at: string) {
    const entry = writes.get(at);
    if (entry) {
      if (isSame(entry.value, value)) return settle(index, 'understood');
      const from =
        entry.key.of === undefined
          ? 'It is the same in every overlay'
          : `It follows from ${entry.key.of}`;
      return settle(index, 'conflict', `${from}: this overlay writes ${shown(entry.value)} here.`);
    }
    const near = places.find((one) => isWithin(one, at) || isWithin(at, one));
    if (near === undefined) return settle(index, 'carried');
    if (isEmptyMapping(value)) return settle(index, 'understood', 'An empty mapping sets nothing.');
    settle(index, 'conflict', `This overlay writes ${near}, which cannot stand beside it.`);
  }

  const list = (fate: Fate) =>
    leaves.flatMap(({ path, value }, index) =>
      fates[index] === fate
        ? [{ path: formatPath(path), shown: shown(value), message: said[index] ?? '' }]
        : [],
    );
  return {
    leaves,
    raw,
    carriedKeys: leaves.filter((_, index) => fates[index] === 'carried'),
    ...userFiles,
    understood: list('understood'),
    carried: list('carried'),
    conflicts: list('conflict'),
    isOurs: line !== undefined,
    remarks,
  };
}

/** What keys that are not in the file tell: an answer that can write nothing is taken to do so. */
function absent(
  catalog: Catalog,
  before: Reading,
  leaves: readonly Leaf[],
  raw: Record<string, string>,
  isOurs: boolean,
  remarks: Notice[],
): void {
  const there = leaves.map(({ path }) => formatPath(path));
  const roots = new Set(leaves.map(({ path }) => path[0]));
  for (const { key, path } of before.entries) {
    const at = formatPath(path);
    // A tier that the file does not mention says nothing; one that it does would have had the key.
    if (!isOurs && !roots.has(String(path[0]))) continue;
    if (there.some((one) => isWithin(one, at) || isWithin(at, one))) continue;
    const answer = directAnswer(catalog, key.path);
    const silent = answer && silentRaw(answer);
    if (answer && silent !== undefined) {
      raw[answer.key] = silent;
      const now = silent === '' ? 'blank' : silent;
      remarks.push({ key: at, message: `Not in the file, so ${answer.key} is ${now}.` });
    } else if (isOurs) {
      remarks.push({
        key: at,
        message:
          'The answers line writes this key, the file does not have it. It is written again.',
      });
    }
  }
}

const byPlace = (entries: readonly Entry[]) =>
  new Map(entries.map((entry) => [formatPath(entry.path), entry]));

function keysByPlace({ keys }: Catalog, map: PathMap = {}) {
  return new Map(
    keys.map((key) => {
      const place = Object.hasOwn(map, key.path) ? readPlace(map[key.path] ?? '').path : '';
      return [place || key.path, key];
    }),
  );
}

/** The answer whose own value stands at a path of the catalogue, not one from which it merely follows. */
export function directAnswer(catalog: Catalog, path: string): Answer | undefined {
  return catalog.answers.find(({ writes }) => writes && writes.path === path);
}

const SECRET_NAME = /^(?:password|passwd|token|secret|api_?key|secret_?key|access_?key)$/i;

function isSecret(path: readonly string[], value: UserValue): boolean {
  if (typeof value === 'string') {
    return holdsCredential(value) || (value !== '' && SECRET_NAME.test(path.at(-1) ?? ''));
  }
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, item]) => isSecret([key], item));
}

const isEmptyMapping = (value: UserValue) =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length === 0;
