import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Budget } from '@/lib/proof/chart/archive/budget';
import type { GivenChart } from '@/lib/proof/chart/read-chart';

/**
 * A chart's folder or `.tgz` from the disk. A link in a folder is not followed: it may lead anywhere.
 * @throws Error whose message says in a sentence what is wrong
 */
export function chartOnDisk(place: string): GivenChart {
  try {
    if (!lstatSync(path.join(place, '.')).isDirectory()) return { packed: readFileSync(place) };
  } catch {
    throw new Error(`${place} cannot be read.`);
  }
  const budget = new Budget();
  const files: { path: string; bytes: Uint8Array }[] = [];
  const visit = (folder: string) => {
    for (const entry of readdirSync(path.join(place, folder), { withFileTypes: true })) {
      const at = path.posix.join(folder, entry.name);
      if (entry.name === '.git') continue;
      const full = path.join(place, at);
      const fault =
        budget.addEntry() ?? (entry.isFile() ? budget.addBytes(lstatSync(full).size) : undefined);
      if (fault !== undefined) throw new Error(`${place}: ${fault}`);
      if (entry.isDirectory()) visit(at);
      else if (entry.isFile()) files.push({ path: at, bytes: readFileSync(full) });
      else if (entry.isSymbolicLink()) {
        throw new Error(
          `${full} is a link, which may lead out of the chart. Give what helm package makes of it: there the files themselves stand.`,
        );
      }
    }
  };
  visit('');
  return { files };
}
