import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { openLink } from '@/lib/link/link';
import { textOf } from '@/lib/overlay/overlay';
import { treeOf } from '@/lib/overlay/values';
import { type Reading, readAnswers } from '@/lib/reading/reading';
import { validAnswers } from '../support/answers';
import { BESIDE, combinations, expectedRoots, linkFaults } from '../support/choices';
import { brokenLaws, hollows } from '../support/file-laws';
import { type Given, readingOf } from '../support/reading';

/** So many combinations are made, however many there are, and the copies are read back of one in so many of those. */
const [MADE, COPY_ONE_IN] = [1_400, 11];

const divisor = (one: number, other: number): number =>
  other === 0 ? one : divisor(other, one % other);

/** Evenly chosen: the step shares no divisor with the numbers of both, so that all members and all beside them have their turn. */
function chosen(): Given[] {
  const all = [...combinations()];
  let step = Math.ceil(all.length / MADE);
  while (divisor(step, all.length * BESIDE.length) > 1) step++;
  return all.filter((_, index) => index % step === 0);
}

/** What is wrong with the file of some combination, in words; nothing when all is well. */
function wrongWith(given: Given, { limits, lines, entries, link, faults }: Reading): string[] {
  const text = textOf(lines);
  const values = treeOf(entries);
  const wrong = brokenLaws(text, limits);
  const unless = (isRight: boolean, what: string) => isRight || wrong.push(what);

  const isContradiction =
    given['stream.enabled'] === 'true' && given['eventbus.enabled'] === 'false';
  const faulty = faults.map(({ key }) => key).join();
  unless(faulty === (isContradiction ? 'stream.enabled' : ''), `faults: ${faulty}`);
  unless(isDeepStrictEqual(load(text), values), 'read back, the values differ');
  const roots = Object.keys(values).join();
  unless(roots === expectedRoots(given).join(), `roots: ${roots}`);
  wrong.push(...hollows(values).map((path) => `hollow: ${path}`));

  const [, answers = ''] = /^# answers:(?: |\n# )(.*)$/m.exec(text) ?? [];
  wrong.push(...linkFaults(link).map((fault) => `link ${link}: ${fault}`));
  unless(answers === (link || 'defaults'), `answers line: ${answers}`);
  return wrong;
}

function wrongWithCopies({ lines, entries, link }: Reading): string[] {
  const text = textOf(lines);
  const wrong: string[] = [];
  const read = load(text, { schema: YAML11_SCHEMA });
  if (!isDeepStrictEqual(read, treeOf(entries))) wrong.push('as YAML 1.1, the values differ');
  const { raw, notices } = openLink(catalog, link);
  if (notices.length > 0) wrong.push(`notices: ${JSON.stringify(notices)}`);
  if (textOf(readAnswers(catalog, raw).lines) !== text) wrong.push('reopened, the file differs');
  return wrong;
}

describe('combinations of the choices', () => {
  const seen = new Map<string, number>();
  const wrong: string[] = [];
  let count = 0;

  beforeAll(() => {
    for (const given of chosen()) {
      const reading = readingOf(given);
      const found = wrongWith(given, reading);
      if (count % COPY_ONE_IN === 0) found.push(...wrongWithCopies(reading));
      wrong.push(...found.map((what) => `${JSON.stringify(given)}: ${what}`));
      for (const { id } of reading.limits) seen.set(id, (seen.get(id) ?? 0) + 1);
      count += 1;
    }
  });

  it('obeys the laws of the file, and its link restores it', () => {
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(count).toBeGreaterThan(MADE / 2);
  });

  it('has no limit in all but those that always apply', () => {
    const always = catalog.allLimits.filter(({ when }) => when === 'always').map(({ id }) => id);
    const inAll = [...seen].filter(([, times]) => times === count).map(([id]) => id);
    // No choice makes every path documented: only a loaded chart can confirm the unverified ones.
    expect(inAll.sort()).toEqual([...always, 'unverified-paths'].sort());
  });

  it('and random answers have every limit that there is', () => {
    const missing = new Set(catalog.allLimits.map(({ id }) => id).filter((id) => !seen.has(id)));
    for (const raw of fc.sample(validAnswers(catalog), 2_000)) {
      if (missing.size === 0) break;
      for (const { id } of readAnswers(catalog, raw).limits) missing.delete(id);
    }
    expect([...missing]).toEqual([]);
  });
});
