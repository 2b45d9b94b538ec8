import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const DECLARED =
  /^export (?:async )?(?:function\*? (\w+)|const (\w+)(?:: [^=]+)? = (?:async )?(?:\(|<|\w+ =>))/;

/** The exported functions of a text that have no docstring right above them. */
const undocumented = (text: string) =>
  text.split('\n').flatMap((line, index, lines) => {
    const [, name, constant] = DECLARED.exec(line) ?? [];
    const found = name ?? constant;
    return found && !lines[index - 1]?.endsWith('*/') ? [found] : [];
  });

it('every function of lib/ that others may call says what it promises', () => {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' });
  const found = files
    // The template holds a script of k6's, whose functions nothing of ours calls.
    .filter((file) => /(?<!\.test|k6-template)\.tsx?$/.test(file))
    .flatMap((file) =>
      undocumented(readFileSync(`lib/${file}`, 'utf8')).map((name) => `${file}: ${name}`),
    );
  expect(found).toEqual([]);
});
