import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { openLink, writeLink } from '@/lib/link/link';

interface Recorded {
  readonly link: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly notices: readonly string[];
}

const folder = new URL('.', import.meta.url);
const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

const DEFAULTS_FILE = 'v1-defaults.json';
const names = readdirSync(folder).filter(
  (name) => name.endsWith('.json') && name !== DEFAULTS_FILE,
);
// The files of this folder are written by hand, and each test below fails on one that is not of this form.
const records = names.map((name) => ({ name, ...(readJson(name) as Recorded) }));
const defaults = readJson(DEFAULTS_FILE) as Readonly<Record<string, string>>;

/** The part of an address that holds the answers. */
const parameters = (link: string) => link.slice(Math.max(0, link.search(/[#?]/)));

it('reads what a v=1 link does not name as it was when v=1 was made', () => {
  expect(openLink(catalog, '#v=1')).toEqual({ raw: defaults, notices: [] });
});

it('has them all', () => {
  expect(records.length).toBeGreaterThanOrEqual(21);
});

describe.each(records)('$name', ({ link, answers, notices }) => {
  it('opens the recorded answers', () => {
    const opened = openLink(catalog, parameters(link));
    expect(opened.raw).toEqual({ ...defaults, ...answers });
    expect(opened.notices.map(({ key }) => key).sort()).toEqual([...notices].sort());
    expect(Object.keys(defaults)).toEqual(expect.arrayContaining(Object.keys(answers)));
  });

  it('is spelled out by the page, and then opens the same', () => {
    const { raw } = openLink(catalog, parameters(link));
    const written = writeLink(catalog, raw);
    expect(written).toMatch(/^$|^v=1&/);
    expect(written).not.toContain('preset');
    expect(openLink(catalog, written)).toEqual({ raw, notices: [] });
  });
});
