import { Budget } from '@/lib/proof/chart/archive/budget';
import type { GivenChart } from '@/lib/proof/chart/read-chart';

/** A whole chart from the operator, not read yet. */
export interface ChartFiles {
  /** The name of the folder or the archive. */
  readonly name: string;
  /** Its bytes, or a fault in a sentence where there is more than is read. */
  readonly read: () => Promise<GivenChart | { readonly fault: string }>;
}

interface Found {
  readonly path: string;
  readonly file: File;
}

/** A packed chart. */
export const isPacked = ({ name }: File): boolean => /\.(?:tgz|tar\.gz)$/i.test(name);

export const packedChart = (file: File): ChartFiles => ({
  name: file.name,
  read: async () => ({ packed: new Uint8Array(await file.arrayBuffer()) }),
});

/** The files of a folder that was chosen. */
export function chosenFolder(files: readonly File[]): ChartFiles {
  const found = files.map((file) => ({ path: file.webkitRelativePath, file }));
  const name = found[0]?.path.split('/')[0] ?? '';
  return { name, read: async () => bytesOf(found.filter(({ path }) => !isGit(path))) };
}

/**
 * The whole chart among what was dropped; `undefined` where it is a single file of another kind. To be called while the
 * drop is handled: later the browser has forgotten it.
 */
export function droppedChart({ items, files }: DataTransfer): ChartFiles | undefined {
  const folder = [...items]
    .map((item) => item.webkitGetAsEntry())
    .find((entry): entry is FileSystemDirectoryEntry => entry?.isDirectory === true);
  if (folder) return { name: folder.name, read: () => readFolder(folder) };
  const [file] = files;
  return file && isPacked(file) ? packedChart(file) : undefined;
}

const isGit = (path: string): boolean => /(?:^|\/)\.git(?:\/|$)/.test(path);

async function readFolder(folder: FileSystemDirectoryEntry) {
  const budget = new Budget();
  const found: Found[] = [];
  const waiting: FileSystemDirectoryEntry[] = [folder];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for await (const entry of entriesOf(next)) {
      const fault = budget.addEntry();
      if (fault !== undefined) return { fault };
      if (isGit(entry.fullPath)) continue;
      if (entry.isDirectory)
        waiting.push(entry as FileSystemDirectoryEntry); // it says so itself
      else found.push({ path: entry.fullPath.slice(1), file: await fileOf(entry) });
    }
  }
  return bytesOf(found);
}

/** Everything in a folder: a browser gives some hundred at a time. */
async function* entriesOf(folder: FileSystemDirectoryEntry): AsyncGenerator<FileSystemEntry> {
  const reader = folder.createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return;
    yield* some;
  }
}

const fileOf = (entry: FileSystemEntry): Promise<File> =>
  new Promise((resolve, reject) => {
    (entry as FileSystemFileEntry).file(resolve, reject); // it is no folder
  });

/** Counts before it reads, so that a folder that is no chart costs nothing. */
async function bytesOf(found: readonly Found[]) {
  const budget = new Budget();
  for (const { file } of found) {
    const fault = budget.addEntry() ?? budget.addBytes(file.size);
    if (fault !== undefined) return { fault };
  }
  const files = [];
  for (const { path, file } of found) {
    files.push({ path, bytes: new Uint8Array(await file.arrayBuffer()) });
  }
  return { files };
}
