import { oneLine } from '@/lib/link/quote';

/** A name as it can be shown in a sentence. */
export const plainName = (name: string): string => oneLine(name, 80);

/**
 * The path of a file within a chart, with `/`.
 * @returns a fault in a sentence where the name leads out of the chart
 */
export function entryPath(name: string): { path: string } | { fault: string } {
  const slashed = name.replaceAll('\\', '/');
  if (/^(?:\/|[A-Za-z]:)/.test(slashed)) {
    return {
      fault: `The name ${plainName(name)} begins at the root of a disk. In a chart every name begins at the chart’s own folder.`,
    };
  }
  const steps = slashed.split('/').filter((step) => step !== '' && step !== '.');
  if (steps.includes('..')) {
    return {
      fault: `The name ${plainName(name)} leads out of the chart with two dots. In a chart every name stays within it.`,
    };
  }
  return { path: steps.join('/') };
}
