import { inFigures } from '@/lib/domain/in-figures';
import { type ChartFile, folderOf } from '../chart-file';
import { Budget, DEEPEST, MOST_BYTES } from './budget';
import { entryPath, plainName } from './entry-name';
import { inflateInSteps } from './inflate';
import { type Entry, TarReader } from './tar-reader';

type Unpacked = { readonly files: readonly ChartFile[] } | { readonly fault: string };

/**
 * The files of a packed chart (`.tgz`), with the packed subcharts in its `charts/` unpacked in their place. Never throws,
 * and never holds more than the bounds of {@link Budget} in memory.
 */
export async function* unpackInSteps(packed: Uint8Array): AsyncGenerator<undefined, Unpacked> {
  const budget = new Budget();
  const entries = yield* entriesOf(packed, budget);
  return typeof entries === 'string' ? { fault: entries } : yield* textsOf(entries, budget, 1);
}

/** The same of a folder's files, chosen or dropped. */
export async function* readFolderInSteps(
  files: readonly Entry[],
): AsyncGenerator<undefined, Unpacked> {
  const budget = new Budget();
  const entries: Entry[] = [];
  for (const { path: name, bytes } of files) {
    const place = entryPath(name);
    if ('fault' in place) return place;
    const fault = budget.addEntry() ?? budget.addBytes(bytes.length);
    if (fault !== undefined) return { fault };
    entries.push({ path: place.path, bytes });
  }
  return yield* textsOf(entries, budget, 1);
}

async function* entriesOf(
  packed: Uint8Array,
  budget: Budget,
): AsyncGenerator<undefined, Entry[] | string> {
  if (packed.length > MOST_BYTES) {
    return `This archive has ${inFigures(packed.length)} bytes; at most ${inFigures(MOST_BYTES)} are read. Give the chart alone.`;
  }
  const tar = new TarReader(() => budget.addEntry());
  const fault =
    (yield* inflateInSteps(packed, (bytes) => budget.addBytes(bytes.length) ?? tar.push(bytes))) ??
    tar.end();
  return fault ?? tar.files;
}

async function* textsOf(
  entries: readonly Entry[],
  budget: Budget,
  depth: number,
): AsyncGenerator<undefined, Unpacked> {
  const files = new Map<string, string>();
  for (const { path, bytes } of entries) {
    if (/(?:^|\/)charts\/[^/]+\.tgz$/.test(path)) {
      if (depth >= DEEPEST) return { fault: `${plainName(path)}: ${TOO_DEEP}` };
      const inside = yield* entriesOf(bytes, budget);
      if (typeof inside === 'string') return { fault: `${plainName(path)}: ${inside}` };
      const unpacked = yield* textsOf(inside, budget, depth + 1);
      if ('fault' in unpacked) return { fault: `${plainName(path)}: ${unpacked.fault}` };
      for (const one of unpacked.files) files.set(folderOf(path) + one.path, one.text);
    } else {
      files.set(path, bytes.includes(0) ? '' : new TextDecoder().decode(bytes));
    }
    yield;
  }
  return { files: [...files].map(([path, text]) => ({ path, text })) };
}

const TOO_DEEP = `Archives stand in one another more than ${DEEPEST} deep, so nothing was read. Give the chart’s own folder.`;
