import type { Catalog } from '@/lib/domain/catalog';
import { isScalar } from '@/lib/domain/mapping';
import { formatPath } from '@/lib/domain/path';
import { carriedEntry, treeOf } from '@/lib/overlay/values';
import { prerequisitesOf } from '@/lib/reading/prerequisites';
import type { Reading } from '@/lib/reading/reading';
import { json, type Material, type Output } from '../output';

/** What the answers come to, for programs. */
export const reportOutput: Output = {
  name: 'report',
  title: 'Report',
  file: {
    name: 'values-large.json',
    contentType: 'application/json',
    about: 'the same answers, values, limits and prerequisites for programs',
    load: async () => (material) => json(report(material)),
  },
};

/**
 * What a set of answers comes to, for programs: the body of `/values-large.json`. Plain JSON, no key absent. Where the
 * reading has faults it shows what the sound answers give. Never throws.
 */
export function report({ catalog, reading }: Pick<Material, 'catalog' | 'reading'>) {
  const { entries, carried, limits, leaves, capacity, link } = reading;
  return {
    answers: changedValues(catalog, reading),
    /** The same answers as the page's fragment, with its `#`; `''` when none differs. */
    link: link === '' ? '' : `#${link}`,
    values: treeOf([...entries, ...carried.map(carriedEntry)]),
    limits: limits.map(({ id, severity, keys, message, source }) => ({
      id,
      severity,
      keys,
      message,
      source,
    })),
    /** The reasons for which cautions that apply were accepted, by the id of the limit. */
    accepted: Object.fromEntries(
      limits.flatMap(({ id, accepted }) => (accepted === undefined ? [] : [[id, accepted]])),
    ),
    /** Every leaf path of `values`, as `helm --set` writes it; `by` where a chart or file spells it out, not the docs. */
    keys: Object.fromEntries([
      ...leaves.map(({ path, provenance, by }) => [path, { provenance, by }]),
      ...carried.map(({ path }) => [formatPath(path), { provenance: 'documented', by: 'file' }]),
    ]),
    prerequisites: prerequisitesOf(catalog, reading).map(({ id, text, verify }) => ({
      id,
      text,
      verify,
    })),
    capacity,
  };
}

/**
 * Each answer that differs from its default and belongs to a chosen branch, in the order of the link, as it was
 * understood: whole numbers as numbers, switches as booleans, all else as text; `''` is left to the chart.
 */
function changedValues(catalog: Catalog, { changes, read }: Reading) {
  const answers: Record<string, string | number | boolean> = {};
  for (const [key, raw] of changes) {
    const answer = catalog.answerOf.get(key);
    const value = answer && read(answer);
    answers[key] = raw !== '' && isScalar(value) ? value : raw;
  }
  return answers;
}
