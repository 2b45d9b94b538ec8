import { plainName } from './archive/entry-name';
import { folderOf } from './chart-file';

/**
 * The folder of the one chart among some paths. A chart within another is its subchart or an example, not a second one.
 * @returns a fault in a sentence where there is no chart, or more than one
 */
export function chartFolder(paths: readonly string[]): { folder: string } | { fault: string } {
  const folders = paths
    .filter((path) => /(?:^|\/)Chart\.yaml$/.test(path))
    .map(folderOf)
    .sort((a, b) => a.length - b.length);
  const outermost = folders.filter(
    (one, at) => !folders.slice(0, at).some((other) => one.startsWith(other)),
  );
  const [folder, ...others] = outermost;
  if (folder === undefined) {
    return {
      fault:
        'There is no Chart.yaml in it, so this is no chart. Give the folder that has Chart.yaml, values.yaml and templates, or what helm package makes of it.',
    };
  }
  if (others.length > 0) {
    const names = outermost.slice(0, 3).map((one) => plainName(one.replace(/\/$/, '')));
    return {
      fault: `There are ${outermost.length} charts in it: ${names.join(', ')}${outermost.length > 3 ? ' and more' : ''}. Give the folder of one.`,
    };
  }
  return { folder };
}
