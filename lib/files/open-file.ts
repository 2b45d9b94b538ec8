import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { formatPath } from '@/lib/domain/path';
import type { Carried, PathMap } from '@/lib/domain/user-files';
import { answersInHead } from '@/lib/link/answers-in-head';
import { type Notice, openLink } from '@/lib/link/link';
import { chosenPath } from '@/lib/overlay/place';
import type { Entry } from '@/lib/overlay/values';
import { type Reading, readAnswers } from '@/lib/reading/reading';
import { absentKeys } from './absent-keys';
import { classifyLeaf, type PlacedLeaf, type Verdict } from './classify-leaf';
import type { FileFault } from './file-text';
import { directAnswer, givenAnswer } from './given-answer';
import { isSame, type Leaf, leavesOf, shown } from './leaves';
import { readYaml } from './read-yaml';
import { selectedBackends } from './selected-backends';

/** One leaf of the file, and what became of it. */
export interface OpenedLeaf {
  readonly path: string;
  /** Its value in a line; a secret's is not shown. */
  readonly shown: string;
  /** What there is to know, in a sentence or two; `''` when nothing is. */
  readonly message: string;
  /** Whether it is a secret: it is carried only with its path among `carrySecrets`. */
  readonly isSecret?: true;
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
  /** How the file was read, where its line of answers and its keys disagree, and what follows from absent keys. */
  readonly remarks: readonly Notice[];
}

export interface OpenOptions {
  /** Paths of the file, as `helm --set` writes them, at which the person wants a secret carried. */
  readonly carrySecrets?: ReadonlySet<string>;
}

/**
 * Reads a values file into answers, and all that no answer covers into carried keys. A file with our line of answers is
 * restored from it; where its keys differ, the keys count, because they are what Helm reads. Secrets are not
 * carried unless the person wants it for that key. Never throws.
 */
export function openFile(
  catalog: Catalog,
  text: string,
  { carrySecrets = new Set() }: OpenOptions = {},
): OpenedFile | { fault: FileFault } {
  const read = readYaml(text);
  if ('fault' in read) return read;
  const leaves = leavesOf(read.values);
  const line = answersInHead(text);
  const isOurs = line !== undefined;
  const start = isOurs ? openLink(catalog, line) : undefined;
  const base = start?.raw ?? completeAnswers(catalog, {});
  const before = readAnswers(catalog, base, start?.map && { map: start.map });

  const placed = placedLeaves(catalog, leaves, before, start?.map);
  const absent = absentKeys(catalog, before, leaves, isOurs);
  const selected = selectedBackends(catalog, leaves);
  const raw = { ...base, ...rawOf(placed), ...absent.raw, ...selected };
  const map = mapOf(placed, start?.map);
  const userFiles = map && { map };
  const reading = readAnswers(catalog, raw, userFiles);
  const answers = { reading, writes: byPlace(reading.entries), carrySecrets };
  const judged: Judged[] = placed.map((leaf) => ({ leaf, verdict: classifyLeaf(leaf, answers) }));
  const of = (fate: Verdict['fate']) => judged.filter(({ verdict }) => verdict.fate === fate);
  return {
    leaves,
    raw,
    carriedKeys: of('carried').map(({ leaf: { path, value }, verdict: { isSecret } }) =>
      isSecret ? { path, value, isSecret } : { path, value },
    ),
    ...userFiles,
    understood: of('understood').map(openedLeaf),
    carried: of('carried').map(openedLeaf),
    conflicts: of('conflict').map(openedLeaf),
    isOurs,
    remarks: [
      ...read.remarks,
      ...(start?.notices ?? []),
      ...absent.remarks,
      ...(isOurs ? disagreements(placed, before) : []),
    ],
  };
}

interface Judged {
  readonly leaf: PlacedLeaf;
  readonly verdict: Verdict;
}

/** Each leaf with the key and the answer of ours that stand at its place. */
function placedLeaves(
  catalog: Catalog,
  leaves: readonly Leaf[],
  { raw, read }: Reading,
  map: PathMap = {},
): PlacedLeaf[] {
  const keyAt = new Map(catalog.keys.map(({ path }) => [chosenPath(map, path) || path, path]));
  return leaves.map((leaf) => {
    const at = formatPath(leaf.path);
    const key = keyAt.get(at);
    const answer = key === undefined ? undefined : directAnswer(catalog, key);
    if (!answer) return { ...leaf, at, isOurs: key !== undefined };
    const given = givenAnswer(answer, leaf.value, raw[answer.key] ?? answer.default, read);
    return { ...leaf, at, isOurs: true, answer, given };
  });
}

/** The raw answers that the leaves give. */
const rawOf = (placed: readonly PlacedLeaf[]): Record<string, string> =>
  Object.fromEntries(
    placed.flatMap(({ answer, given }) =>
      answer && given && 'raw' in given ? [[answer.key, given.raw]] : [],
    ),
  );

/** Where keys stand, with the lists that the leaves have in place of texts. */
function mapOf(placed: readonly PlacedLeaf[], map: PathMap = {}): PathMap | undefined {
  const types = placed.flatMap(({ answer, given }) => {
    const path = answer?.writes ? answer.writes.path : undefined;
    const as = given && 'as' in given ? given.as : undefined;
    return path !== undefined && as && map[path] === undefined ? [[path, `=${as}`]] : [];
  });
  const all = { ...map, ...Object.fromEntries(types) };
  return Object.keys(all).length > 0 ? all : undefined;
}

/** Where the keys of the file differ from its line of answers. */
function disagreements(placed: readonly PlacedLeaf[], before: Reading): Notice[] {
  const wrote = byPlace(before.entries);
  return placed.flatMap(({ at, value, isOurs }) => {
    const was = wrote.get(at);
    if (!isOurs || isSame(was?.value, value)) return [];
    const had = was ? `has ${shown(was.value)}` : 'writes nothing';
    const message = `The answers line ${had} here, the file ${shown(value)}. The file counts.`;
    return [{ key: at, message }];
  });
}

const byPlace = (entries: readonly Entry[]): Map<string, Entry> =>
  new Map(entries.map((entry) => [formatPath(entry.path), entry]));

function openedLeaf({ leaf: { at, value }, verdict: { message, isSecret } }: Judged): OpenedLeaf {
  return {
    path: at,
    shown: isSecret ? '(not shown)' : shown(value),
    message,
    ...(isSecret && { isSecret }),
  };
}
