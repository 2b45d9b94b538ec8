import { parsePath } from '@/lib/domain/path';
import { plural } from '@/lib/domain/plural';
import type { ChartLeaf, Reader } from '@/lib/domain/user-files';
import { lineCounter } from '../line-counter';
import { plainName } from './archive/entry-name';
import { isTemplate, readBodies } from './chart-bodies';
import type { ChartFile } from './chart-file';
import { absentSubcharts, type ChartPart, chartParts, valuesAt } from './chart-parts';
import { type Listed, readerOf } from './reader-of';
import { unlistedPaths } from './unlisted-paths';
import { chartPlace } from './walk/place';
import type { Uses } from './walk/uses';
import { Walker } from './walk/walker';

/** A whole chart, with what its templates read. */
export interface ChartReaders {
  /** How its templates read a path, as `helm --set` writes it. */
  readonly of: (path: string) => Reader;
  /** Single values that they read by name and that no values.yaml lists. */
  readonly unlisted: readonly ChartLeaf[];
  /** The text of its values.yaml; `{}` where it has none. */
  readonly values: string;
  /** How many templates were read, those of subcharts too. */
  readonly templates: number;
  /** What a person should know of how it was read, in sentences. */
  readonly remarks: readonly string[];
}

/**
 * Reads what a chart's templates read, without rendering them. Never throws, whatever the files hold. A path is never
 * said to have no reader where something that cannot be followed may read it: then it is *perhaps*.
 * @param files of the chart's folder, or of one around it
 * @returns a fault in a sentence where the files are no chart
 */
export function* readChartInSteps(
  files: readonly ChartFile[],
): Generator<undefined, ChartReaders | { fault: string }> {
  const found = chartParts(files);
  if ('fault' in found) return found;
  const { parts } = found;
  yield;
  const bodies = yield* readBodies(parts);
  const walker = new Walker(bodies);
  const rendered = renderedFiles(parts).filter(({ path }) => bodies.defines.has(path));
  for (const { path, part } of rendered) {
    for (const place of part.places) {
      walker.render(path, { values: chartPlace(place), templates: `${part.folder}templates` });
    }
    yield;
  }
  addSwitches(parts, walker.uses);
  const everything = chartPlace([]);
  for (const spot of bodies.unread) walker.uses.addPlace(everything, 'unfollowed', spot);
  const absent = absentSubcharts(parts);
  for (const { file, place } of absent) {
    for (const at of [place, ['global']]) {
      walker.uses.addPlace(chartPlace(at), 'unfollowed', { file, line: 1 });
    }
  }
  if (walker.isExhausted) {
    const file = rendered.at(-1)?.path ?? 'templates';
    walker.uses.addPlace(everything, 'unfollowed', { file, line: 1 });
  }
  const uses = walker.uses.all;
  const isListKnown = parts.every(({ values }) => values !== undefined);
  const listed: Listed = (path) => (isListKnown ? valuesAt(parts, path) : undefined);
  const [{ files: own }] = parts;
  const remarks = bodies.unread.map(
    ({ file, line, why }) =>
      `${plainName(file)} cannot be read as a template. ${why} in line ${line}. So no key can be said to have no reader.`,
  );
  if (absent.length > 0) {
    const names = several(absent.map(({ place }) => place.join('.')));
    const [subcharts, below] =
      absent.length === 1 ? ['subchart', 'its name'] : ['subcharts', 'their names'];
    remarks.push(
      `What you gave does not hold the ${subcharts} ${names}, so the keys that stand below ${below} are shown as perhaps. ${COMPLETE}`,
    );
  }
  if (walker.missing.size > 0) {
    remarks.push(
      `The templates call ${several([...walker.missing])}, which what you gave does not hold, so keys that they are given are shown as perhaps. ${COMPLETE}`,
    );
  }
  if (walker.isExhausted) remarks.push(TANGLED);
  return {
    of: (path) => readerOf(uses, parsePath(path).map(String), listed),
    unlisted: unlistedPaths(uses, listed),
    values: own.find(({ path }) => path === 'values.yaml')?.text ?? '{}\n',
    templates: templatesOf(parts).length,
    remarks,
  };
}

const TANGLED =
  'These templates call one another so often that not all of it was followed. So no key can be said to have no reader.';

const COMPLETE =
  'Run helm dependency build and give the folder again, or give what helm package makes.';

function several(names: readonly string[]): string {
  const some = names.slice(0, 3).map(plainName).join(', ');
  return names.length > 3 ? `${some} and ${plural(names.length - 3, 'other')}` : some;
}

const templatesOf = (parts: readonly ChartPart[]) =>
  parts.flatMap((part) =>
    part.files.filter(({ path }) => isTemplate(path, part)).map(({ path }) => ({ path, part })),
  );

/** The files that Helm renders, NOTES.txt last: what only it reads reaches no manifest. */
function renderedFiles(parts: readonly ChartPart[]) {
  const isNotes = (path: string) => Number(path.endsWith('/NOTES.txt'));
  return templatesOf(parts)
    .filter(({ path }) => !/(?:^|\/)_[^/]*$/.test(path))
    .sort((a, b) => isNotes(a.path) - isNotes(b.path) || (a.path < b.path ? -1 : 1));
}

/** Chart.yaml reads values too: those that switch a subchart on or off. */
function addSwitches(parts: readonly ChartPart[], uses: Uses): void {
  for (const { folder, places, files, dependencies } of parts) {
    const file = `${folder}Chart.yaml`;
    const text = files.find(({ path }) => path === file)?.text ?? '';
    const lineOf = (words: string) => lineCounter(text)(text.indexOf(words));
    for (const { name, switches, hasImports } of dependencies) {
      for (const place of places) {
        for (const path of switches) {
          const steps = [...place, ...parsePath(path).map(String)];
          uses.addPlace({ steps, isComputed: false, isChart: false }, 'value', {
            file,
            line: lineOf(path.replace(/^tags\./, '')),
          });
        }
        // Values of the subchart come to stand elsewhere, where other templates read them.
        const spot = { file, line: lineOf('import-values') };
        if (hasImports) uses.addPlace(chartPlace([...place, name]), 'unfollowed', spot);
      }
    }
  }
}
