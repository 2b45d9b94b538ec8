import fc from 'fast-check';
import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { textIn } from '@/lib/domain/limit';
import { EVERYWHERE, prerequisitesOf } from '@/lib/reading/prerequisites';
import { type Given, readingOf } from '@/tests/support/reading';
import { escapeMarkdown } from '../limits/limits';
import { outputs } from '../registry';
import { fencedBlock, preflightMarkdown } from './preflight';

const itemsOf = (given?: Given) => prerequisitesOf(catalog, readingOf(given));
const idsOf = (given?: Given) => itemsOf(given).map(({ id }) => id);
const textOf = (given?: Given) =>
  preflightMarkdown({ catalog, reading: readingOf(given), outputs });

it('the list of prerequisites begins with what every installation needs and follows the steps', () => {
  const sections = [...new Set(itemsOf().map(({ section }) => section))];
  const steps = catalog.steps.map(({ title }) => title);
  expect(sections).toEqual([EVERYWHERE, ...steps.filter((title) => sections.includes(title))]);
});

it('the list of prerequisites has what was chosen and nothing of what was not', () => {
  const ids = idsOf({ 'eventbus.backend': 'kinesis', 'interactionStore.backend': 'pg' });
  expect(ids).toContain('kinesis-stream');
  expect(ids.filter((id) => /kafka|dynamodb|scylla/.test(id))).toEqual([]);
  expect(idsOf({ 'eventbus.enabled': 'false' }).filter((id) => id.includes('kafka'))).toEqual([]);
  // The in-process ticker takes the place of the jobs, and needs their secret.
  expect(idsOf({ 'cron.enabled': 'false' })).toContain('cron-secret');
});

it('a prerequisite names the programs and the variables of a command', () => {
  const table = itemsOf().find(({ id }) => id === 'dynamodb-table');
  expect(table).toMatchObject({ tools: ['aws'], variables: ['DYNAMODB_TABLE'] });
});

it('a prerequisite names a limit only while that limit applies', () => {
  const zones = (spread: string) =>
    itemsOf({ 'plan.apiZoneSpread': spread }).find(({ id }) => id === 'api-zones');
  expect(zones('strict')?.limit).toBe('zone-strict-pending');
  expect(zones('soft')).not.toHaveProperty('limit');
});

it('no prerequisite of the catalogue asks for a secret’s value or prints one', () => {
  const backends = catalog.options.flatMap(({ choice }) => choice?.backends ?? []);
  const all = [catalog, ...catalog.options, ...backends].flatMap(({ prerequisites = {} }) =>
    Object.entries(prerequisites),
  );
  expect(all.length).toBeGreaterThan(40);
  for (const [id, { verify }] of all) {
    expect(textIn(readingOf(), verify), id).not.toMatch(
      /base64|get secrets? .*-o (?:json|yaml)\b|printenv|-o jsonpath=.*\.data\b|echo "?\$\{?[A-Z_]*(?:URL|SECRET|KEY|PEPPER)/,
    );
  }
});

it('PREFLIGHT.md has a box, an origin and a command for each prerequisite', () => {
  const all = itemsOf();
  for (const mark of [/^- \[ \] /gm, /^ {2}\*(?:documented|general practice)\* · `/gm])
    expect(textOf().match(mark)).toHaveLength(all.length);
  for (const { verify } of all) expect(textOf()).toContain(`  ${verify.split('\n', 1)[0]}\n`);
});

it('PREFLIGHT.md says for which answers it was made, and all that the limits say', () => {
  const given = { 'redis.cluster': 'false' };
  expect(textOf(given)).toContain('\nAnswers: `v=1&redis.cluster=false`\n');
  for (const { id } of readingOf(given).limits) expect(textOf(given)).toContain(`- \`${id}\`: `);
});

it('PREFLIGHT.md takes the meaning from a name that looks like Markdown', () => {
  const text = textOf({
    'interactionStore.backend': 'scylla',
    'scylla.localDataCenter': '<img src=x> *dc* ```',
  });
  expect(text).toContain('\\<img src=x\\> \\*dc\\* \\`\\`\\`');
  expect(text).toContain('  ````sh\n');
});

const PLAIN = 'Its URL in DATABASE_URL (see api-secrets). A & B.';
it.each([
  [PLAIN, PLAIN],
  ['_em_ but a_b', '\\_em\\_ but a_b'],
  [
    '*b* `c` <img onerror=x> [l](u) a|b ~x~ &lt; \\',
    '\\*b\\* \\`c\\` \\<img onerror=x\\> \\[l\\](u) a\\|b \\~x\\~ \\&lt; \\\\',
  ],
  [' a\r\n- [x] b\u2028c\u0007 ', 'a - \\[x\\] b c'],
] as const)('%j in Markdown reads as it is written: %j', (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});

it('a fenced block cannot be closed by what it holds', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('`', '```', '\n', 'x', ' ', '~~~')), (parts) => {
      const [open = '', ...rest] = fencedBlock('sh', parts.join(''));
      const fence = open.replace('sh', '');
      const closing = rest.findIndex((line) => /^ {0,3}`+\s*$/.test(line) && line.trim() >= fence);
      expect(closing).toBe(rest.length - 1);
    }),
  );
});

it('a fenced block is indented to belong to a list item', () => {
  expect(fencedBlock('sh', 'a\n\nb', '  ')).toEqual(['  ```sh', '  a', '', '  b', '  ```']);
});
