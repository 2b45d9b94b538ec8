import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { isMapping } from '@/lib/domain/mapping';
import type { Carried, UserFiles } from '@/lib/domain/user-files';
import { type Notice, noticesOf, parseLink } from '@/lib/link/link';
import { parametersOf } from '@/lib/link/parameters';
import { answersInHead } from '@/lib/link/pasted';
import { type Reading, readAnswers } from '@/lib/reading/reading';
import type { FileFault } from './file-text';
import { isSame, type Leaf, leavesOf, type Mapping, shown } from './leaves';
import { allLeft, answersOf, type FileLeaf, type OpenedAnswers } from './opened-answers';
import { readYaml } from './read-yaml';
import { secretIn } from './secret-in';

/** One leaf of the file, and what became of it. */
export interface OpenedLeaf {
  readonly path: string;
  /** Its value in a line; a secret's is not shown. */
  readonly shown: string;
  /** What there is to know, in a sentence or two; `''` when nothing is. */
  readonly message: string;
}

/** A values file, understood. Every leaf of it is in exactly one of the first four lists. */
export interface OpenedFile {
  /** Filled in as answers, or written by the overlay anyway. */
  readonly understood: readonly OpenedLeaf[];
  /** Written as they are. */
  readonly carried: readonly OpenedLeaf[];
  /** Secrets: each is carried only with its path among `carrySecrets`. */
  readonly leftOut: readonly OpenedLeaf[];
  /** Values that no field can hold, and names that cannot be written. */
  readonly conflicts: readonly OpenedLeaf[];
  /** What the overlay writes and the file does not have. */
  readonly added: readonly OpenedLeaf[];
  readonly leaves: readonly Leaf[];
  readonly raw: RawAnswers;
  /** What of the file no answer holds, and what its head says of paths and accepted cautions. */
  readonly userFiles: UserFiles;
  /** The answers that the file leaves to the chart, by their keys. */
  readonly left: readonly string[];
  /** `raw` with the documented values in place of those. */
  readonly documented: RawAnswers;
  /** Whether its head has the line from which the answers are restored. */
  readonly isOurs: boolean;
  /** How the file was read, and where its line of answers and its keys disagree. */
  readonly remarks: readonly Notice[];
}

interface OpenOptions {
  /** Paths of the file, as `helm --set` writes them, at which the person wants a secret carried. */
  readonly carrySecrets?: ReadonlySet<string>;
  /** The id of one of the `choices` of an earlier fault. */
  readonly chosen?: string;
}

/**
 * Reads a values file into answers, and all that no answer covers into carried keys; what the file does not set is left
 * to the chart. A file with our line of answers is restored from it; where its keys differ, the keys count, because they
 * are what Helm reads. Secrets are not carried unless the person wants it for that key. Never throws.
 */
export function openFile(
  catalog: Catalog,
  text: string,
  { carrySecrets = new Set(), chosen }: OpenOptions = {},
): OpenedFile | { fault: FileFault } {
  const read = readYaml(text, chosen);
  if ('fault' in read) return read;
  const all = leavesOf(read.values).map((leaf) => ({
    ...leaf,
    secret: carrySecrets.has(leaf.at) ? undefined : secretIn(leaf.path, leaf.value),
  }));
  const line = answersInHead(text);
  const start = line === undefined ? undefined : parseLink(catalog, parametersOf(line));
  const before = readAnswers(catalog, start?.raw ?? allLeft(catalog), start?.userFiles);
  const answers = answersOf(catalog, all, before);

  const lists: Record<Fate, OpenedLeaf[]> = {
    understood: [],
    carried: [],
    leftOut: [],
    conflicts: [],
  };
  const carriedKeys: Carried[] = [];
  for (const leaf of all) {
    const { at, path, value } = leaf;
    const { fate, message } = fateOf(leaf, answers);
    const text = fate === 'leftOut' ? '(not shown)' : shown(value);
    lists[fate].push({ path: at, shown: text, message });
    const isSecret = carrySecrets.has(at);
    if (fate === 'carried') carriedKeys.push({ path, value, ...(isSecret && { isSecret }) });
  }
  const { raw, entries, userFiles } = answers.reading;
  const there = new Set(all.map(({ at }) => at));
  const left = catalog.answers.filter(
    ({ key, default: documented, writes }) =>
      writes && raw[key] === '' && documented !== '' && !there.has(writes.path),
  );
  const documented = Object.fromEntries(left.map((answer) => [answer.key, answer.default]));
  return {
    ...lists,
    added: entries
      .filter(({ at }) => !there.has(at))
      .map(({ at, value }) => ({ path: at, shown: shown(value), message: '' })),
    leaves: all,
    raw,
    userFiles: { ...userFiles, ...(carriedKeys.length > 0 && { carried: carriedKeys }) },
    left: left.map(({ key }) => key),
    documented: { ...raw, ...documented },
    isOurs: start !== undefined,
    remarks: [
      ...read.remarks,
      ...(start ? noticesOf(start) : []),
      ...(start ? disagreements(all, before) : []),
      ...umbrella(catalog, read.values),
    ],
  };
}

type Fate = 'understood' | 'carried' | 'leftOut' | 'conflicts';

/** Names that are not safe as keys: to JavaScript, to our paths, or (`<<`) to Helm 3 where the chart has a schema. */
const isUnsafeName = (name: string) => name === '__proto__' || name === '' || name === '<<';

/** What becomes of one leaf of a file, and what there is to know of it. */
function fateOf(
  { at, path, value, secret }: FileLeaf,
  { reading, given, leftFor }: OpenedAnswers,
): { fate: Fate; message: string } {
  if (path.some(isUnsafeName)) {
    const message = 'A key of this name cannot be written safely. It was left out.';
    return { fate: 'conflicts', message };
  }
  if (secret) {
    const what =
      secret.by === 'value' ? 'looks like a credential' : 'is a password, token or key by its name';
    const which = secret.path === at ? 'This' : secret.path;
    const message = `${which} ${what}, so it was left out: this file is made to be shared. Keep it in a Kubernetes Secret.`;
    return { fate: 'leftOut', message };
  }
  const entry = reading.entries.find((one) => one.at === at);
  if (entry) {
    const message = isSame(entry.value, value) ? '' : `Written as ${JSON.stringify(entry.value)}.`;
    return { fate: 'understood', message };
  }
  const own = given.get(at);
  const fault = reading.faults.find(({ key }) => key === own?.key && own.raw !== '');
  if (fault) return { fate: 'conflicts', message: fault.message };
  const left = leftFor.get(at);
  const message =
    left === undefined ? '' : `It does not go with ${left}, which is left to the chart.`;
  return { fate: 'carried', message };
}

/** What to say of the values of an umbrella chart, where our keys stand below the name of a chart that it depends on. */
function umbrella({ keys }: Catalog, values: Mapping): Notice[] {
  const roots = new Set(keys.map(({ prefixes }) => prefixes[0]));
  const ours = (mapping: Mapping) => Object.keys(mapping).filter((name) => roots.has(name)).length;
  if (ours(values) > 0) return [];
  const [name] = Object.entries(values).find(([, one]) => isMapping(one) && ours(one) > 1) ?? [];
  if (name === undefined) return [];
  const message = `Keys that this page asks about stand below ${name}, as in the values of an umbrella chart. They are carried as they are, and no answer was read from them. Open what stands below ${name} as a file of its own, and put the new file’s keys below ${name} again.`;
  return [{ key: name, message }];
}

/** Where the keys of the file differ from its line of answers. */
function disagreements(leaves: readonly FileLeaf[], before: Reading): Notice[] {
  const wrote = new Map(before.entries.map(({ at, value }) => [at, value]));
  const differs = leaves.flatMap(({ at, value }): Notice[] => {
    const was = wrote.get(at);
    if (was === undefined || isSame(was, value)) return [];
    const message = `The answers line has ${shown(was)} here, the file ${shown(value)}. The file counts.`;
    return [{ key: at, message }];
  });
  const there = new Set(leaves.map(({ at }) => at));
  const gone = [...wrote.keys()].filter((at) => !there.has(at));
  const message = 'The answers line writes this key, the file does not have it. The file counts.';
  return [...differs, ...gone.map((key) => ({ key, message }))];
}
