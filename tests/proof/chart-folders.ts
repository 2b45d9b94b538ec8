import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { runToEnd } from '@/lib/domain/run-to-end';
import type { ChartFile } from '@/lib/proof/chart/chart-file';
import { type ChartReaders, readChartInSteps } from '@/lib/proof/chart/chart-readers';

/** Every file of a folder as text, with its path from there on. */
export function filesIn(folder: string, at = ''): ChartFile[] {
  return readdirSync(path.join(folder, at)).flatMap((name) => {
    const one = path.posix.join(at, name);
    const file = path.join(folder, one);
    if (statSync(file).isDirectory()) return filesIn(folder, one);
    return [{ path: one, text: readFileSync(file, 'utf8') }];
  });
}

/** What the templates of some files read. */
export function readersOf(files: readonly ChartFile[]): ChartReaders | { fault: string } {
  return runToEnd(readChartInSteps(files));
}

/** The same of a chart that is whole. */
export function readersOfFolder(folder: string): ChartReaders {
  const readers = readersOf(filesIn(folder));
  if ('fault' in readers) throw new Error(readers.fault);
  return readers;
}

/** The same of templates given as text, by their name. */
export function readersOfTemplates(
  templates: Readonly<Record<string, string>>,
  values = '{}',
): ChartReaders {
  const readers = readersOf([
    { path: 'Chart.yaml', text: 'apiVersion: v2\nname: one\nversion: 1.0.0\n' },
    { path: 'values.yaml', text: values },
    ...Object.entries(templates).map(([name, text]) => ({ path: `templates/${name}`, text })),
  ]);
  if ('fault' in readers) throw new Error(readers.fault);
  return readers;
}
