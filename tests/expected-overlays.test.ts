import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { textOf } from '@/lib/overlay/overlay';
import { readAnswers } from '@/lib/reading/reading';
import { openLink } from '@/tests/support/reading';
import { expectedLink, expectedNames, expectedOverlay } from './expected/expected-overlay.mjs';
import { temporaryFolder } from './support/temporary-folder';

// The answers of each file are those of the link in its head, which is written by hand too. All of it in the test, so
// that every file that differs is named. That the file holds the values is in tests/yaml-parsers.
test.each(expectedNames())('%s is the hand-written file, byte for byte', (name) => {
  const { raw, notices } = openLink(catalog, expectedLink(name));
  const { faults, lines } = readAnswers(catalog, raw);
  expect([notices, faults]).toEqual([[], []]);
  expect(textOf(lines)).toBe(expectedOverlay(name));
});

test('no two of them have the same answers', () => {
  const links = expectedNames().map(expectedLink);
  expect(links.length).toBeGreaterThan(30);
  expect(new Set(links).size).toBe(links.length);
});

const isHere = spawnSync('yamllint', ['--version']).status === 0;
if (!isHere)
  console.warn('yamllint SKIPPED: it is not on this machine (Debian: apt-get install yamllint)');

/** What the operator typed may be longer than any line should be: the link, and a name of theirs. */
const isTheirs = (line: string) => line.startsWith('# v=1&') || /^ +\w+: \S{60,}$/.test(line);

/** Errors of yamllint's default rules in each text; it has warnings too, which say how one might write otherwise. */
function errorsOf(texts: readonly string[]): string[] {
  const cwd = temporaryFolder();
  texts.forEach((text, index) => void writeFileSync(path.join(cwd, `${index}.yaml`), text));
  const { stdout } = spawnSync('yamllint', ['--format', 'parsable', '.'], {
    cwd,
    encoding: 'utf8',
  });
  return stdout.split('\n').filter((finding) => {
    const [, file, line] = /^\.\/(\d+)\.yaml:(\d+):\d+: \[error\]/.exec(finding) ?? [];
    const text = texts[Number(file)]?.split('\n')[Number(line) - 1];
    return text !== undefined && !(finding.includes('line-length') && isTheirs(text));
  });
}

test.skipIf(!isHere)('yamllint, with its default rules, finds no error in any of them', () => {
  expect(errorsOf(expectedNames().map(expectedOverlay))).toEqual([]);
  const first = '# values-large.yaml:';
  const wide = expectedOverlay('defaults').replace(first, '$& and many more words,');
  expect(errorsOf([wide])).toHaveLength(1);
});
