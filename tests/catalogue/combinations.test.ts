import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { textOf } from '@/lib/overlay/overlay';
import { treeOf } from '@/lib/overlay/values';
import { readAnswers } from '@/lib/reading/reading';
import { anyAnswers, validAnswers } from '../support/answers';
import { brokenLaws, hollows } from '../support/file-laws';
import { given, readingOf } from '../support/reading';
import { VALUES_KEYS } from './values-keys';

/** What is wrong with a link, judged by the hand-written table of keys: one sentence for each fault. */
function linkFaults(link: string): string[] {
  if (link === '') return [];
  const [version, ...rest] = [...new URLSearchParams(link)];
  const order = VALUES_KEYS.map(([key]) => key);
  // A key that came after the table was written may stand anywhere.
  const places = rest.map(([key]) => order.indexOf(key)).filter((place) => place >= 0);
  const defaults = new Map(VALUES_KEYS.map(([key, fallback]) => [key, fallback]));
  const faults: string[] = [];
  if (version?.join('=') !== 'v=1') faults.push('it does not begin with its version');
  if (rest.length === 0) faults.push('nothing follows its version');
  if (places.some((place, at) => at > 0 && place <= (places[at - 1] ?? -1)))
    faults.push('its keys are not in the order of the table');
  for (const [key, text] of rest) {
    if (defaults.get(key) === text) faults.push(`it names the default of ${key}`);
  }
  return faults;
}

const readings = [
  // Rare by chance: nothing that needs credentials.
  readingOf(given('eventbus.enabled=false&interactionStore.backend=pg&opensearch.enabled=false')),
  ...fc.sample(validAnswers(catalog), 1_500).map((raw) => readAnswers(catalog, raw)),
];

it('the file of any valid answers obeys its laws, and says its link', () => {
  const wrong = readings.flatMap(({ limits, lines, entries, link, faults }) => {
    const text = textOf(lines);
    const values = treeOf(entries);
    const [, answers = ''] = /^# answers:(?: |\n# )(.*)$/m.exec(text) ?? [];
    const found = [...brokenLaws(text, limits), ...hollows(values), ...linkFaults(link)];
    if (faults.length > 0) found.push(`faults: ${JSON.stringify(faults)}`);
    if (!isDeepStrictEqual(load(text, { schema: YAML11_SCHEMA }), values))
      found.push('not read back');
    if (answers !== (link || 'defaults')) found.push(`answers line: ${answers}`);
    return found.map((what) => `${link}: ${what}`);
  });
  expect(wrong.slice(0, 10)).toEqual([]);
});

it('the file of any answers obeys its laws, however wrong they are', () => {
  fc.assert(
    fc.property(anyAnswers(catalog), (raw) => {
      const { lines, limits, entries } = readAnswers(catalog, raw);
      expect([...brokenLaws(textOf(lines), limits), ...hollows(treeOf(entries))]).toEqual([]);
      expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
      expect(lines.filter(({ kind, path }) => kind === 'key' && path === undefined)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

it('every limit applies to some answers, and none to all but those that always do', () => {
  const seen = new Map<string, number>();
  for (const { id } of readings.flatMap(({ limits }) => limits))
    seen.set(id, (seen.get(id) ?? 0) + 1);
  expect(catalog.allLimits.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]);
  const always = catalog.allLimits.filter(({ when }) => when === 'always').map(({ id }) => id);
  const inAll = [...seen].filter(([, times]) => times === readings.length).map(([id]) => id);
  // No choice makes every path documented: only a loaded chart can confirm the unverified ones.
  expect(inAll.sort()).toEqual([...always, 'unverified-paths'].sort());
});
