import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { expectedNames, expectedOverlay } from './expected/expected-overlay.mjs';

const isHere = spawnSync('yamllint', ['--version']).status === 0;
if (!isHere)
  console.warn('yamllint SKIPPED: it is not on this machine (Debian: apt-get install yamllint)');

/** What the operator typed may be longer than any line should be: the link, and a name of theirs. */
const isTheirs = (line: string) => line.startsWith('# v=1&') || /^ +\w+: \S{60,}$/.test(line);

/** Errors of yamllint's default rules; it has warnings too, which say how one might write otherwise. */
function errorsOf(text: string): string[] {
  const lines = text.split('\n');
  const { stdout } = spawnSync('yamllint', ['--format', 'parsable', '-'], {
    input: text,
    encoding: 'utf8',
  });
  return stdout.split('\n').filter((finding) => {
    const [, line] = /^stdin:(\d+):\d+: \[error\]/.exec(finding) ?? [];
    return (
      line !== undefined &&
      !(finding.includes('line-length') && isTheirs(lines[Number(line) - 1] ?? ''))
    );
  });
}

describe.skipIf(!isHere)('yamllint, with its default rules', () => {
  test.each(expectedNames())('finds no error in %s', (name) => {
    expect(errorsOf(expectedOverlay(name))).toEqual([]);
  });

  test('finds one where there is one', () => {
    const wide = expectedOverlay('defaults').replace(
      '# values-large.yaml:',
      '$& and many more words,',
    );
    expect(errorsOf(wide)).toHaveLength(1);
  });
});
