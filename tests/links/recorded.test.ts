import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { VALUES_KEYS } from '../catalogue/values-keys';
import { expectedLink, expectedNames } from '../expected/expected-overlay.mjs';
import { changedIn, openLink } from '../support/reading';

interface Recorded {
  readonly link: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly notices: readonly string[];
}

const folder = new URL('.', import.meta.url);
const records = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({
    name,
    // Written by hand, and each test below fails on one that is not of this form.
    ...(JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Recorded),
  }));

/** The part of an address that holds the answers. */
const parameters = (link: string) => link.slice(Math.max(0, link.search(/[#?]/)));

it('reads what a v=1 link does not name as the document of keys says', () => {
  const { raw, notices } = openLink(catalog, '#v=1');
  expect(raw).toMatchObject(Object.fromEntries(VALUES_KEYS));
  expect(notices).toEqual([]);
});

it('has them all', () => {
  expect(records.length).toBeGreaterThanOrEqual(26);
});

it.each(records)('$name opens the recorded answers', ({ link, answers, notices }) => {
  const opened = openLink(catalog, parameters(link));
  // One that is added later has no part in a link of today.
  expect(changedIn(opened.raw)).toEqual(answers);
  expect(opened.notices.map(({ key }) => key).sort()).toEqual([...notices].sort());
});

it('every backend is chosen in a recorded link and in a hand-written file', () => {
  const chosen = (links: readonly string[]) => links.map((link) => openLink(catalog, link).raw);
  const recorded = chosen(records.map(({ link }) => parameters(link)));
  const expected = chosen(expectedNames().map(expectedLink));
  const missing = catalog.options.flatMap(({ choice }) =>
    [recorded, expected].map((all) =>
      choice?.backends.filter(({ id }) => !all.some((raw) => raw[choice.answer.key] === id)),
    ),
  );
  expect(missing.flatMap((one) => one ?? []).map(({ id }) => id)).toEqual([]);
});
