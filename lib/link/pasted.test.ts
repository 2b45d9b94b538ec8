import fc from 'fast-check';
import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { readAnswers } from '@/lib/reading/reading';
import { validAnswers } from '@/tests/support/answers';
import { changedIn, fileOf } from '@/tests/support/reading';
import { parseLink } from './link';
import { parametersOf } from './parameters';
import { readPasted } from './pasted';

const DEFAULTS = parseLink(catalog, []);
const LINK = 'v=1&kafka.brokers=b-1%3A9092&plan.zones=4';
const SAFE = `https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(`https://wizard.example/#${LINK}`)}&data=05%7C02&sdata=abc%3D&reserved=0`;

it.each([
  LINK,
  `#${LINK}`,
  ` \n#${LINK}\n`,
  `/%23${LINK}`,
  `%23${LINK}`,
  `localhost:3000/#${LINK}`,
  `http://localhost:3000/?utm_source=slack#${LINK}`,
  `http://localhost:3000/values-large.yaml?${LINK}`,
  `https://wizard.example/some/where/%23${LINK}`,
  `https%3A%2F%2Fwizard.example%2F%23${encodeURIComponent(LINK)}`,
  `Look at <https://wizard.example/#${LINK}>, please.`,
  `[ours](https://wizard.example/#${LINK})`,
  `"https://wizard.example/#${LINK}"`,
  `<a href="https://wizard.example/#${LINK.replaceAll('&', '&amp;')}">ours</a>`,
  'http://urldefense.proofpoint.com/v2/url?u=https-3A__wizard.example_-23v-3D1-26kafka.brokers-3Db-2D1-253A9092-26plan.zones-3D4&d=DwMF',
  `<https://wizard.example/#${LINK.replaceAll('&', '&amp;')}|our link>`,
  `https://wizard.example/#v=1&kafka.brokers=b-1%3A\n  9092&plan.zones=4`,
  SAFE,
  'https://urldefense.com/v3/__https://wizard.example/*v=1&kafka.brokers=b-1*3A9092&plan.zones=4__;IyU!!AbC$',
  `https://www.google.com/url?q=${encodeURIComponent(SAFE)}&sa=D`,
  `# The file.\n# answers: ${LINK}\n# [limit] a: b\n`,
  `answers: ${LINK}`,
  `# A file.\n#\n# answers:\n# ${LINK}\n\napi:\n  x: 1\n`,
])('a link is found in %j', (text) => {
  const pasted = readPasted(catalog, text);
  expect(pasted).toMatchObject({ faults: [] });
  expect(changedIn('raw' in pasted ? pasted.raw : {})).toEqual({
    'kafka.brokers': 'b-1:9092',
    'plan.zones': '4',
  });
});

it.each(['', '#', 'http://localhost:3000/#', 'localhost:3000/?'])(
  'a link with an address inside a value is found behind %j',
  (start) => {
    const link = `${start}plan.zones=4&accept.cron-off=see+https://tickets.example/7?a=b`;
    expect(readPasted(catalog, link)).toMatchObject({
      raw: { 'plan.zones': '4' },
      userFiles: { accepted: { 'cron-off': expect.stringMatching(/7\?a=b$/) } },
    });
  },
);

it('the defaults are found where a text says so, and in a whole file of ours', () => {
  const kinesis = readPasted(catalog, fileOf({ 'eventbus.backend': 'kinesis' }));
  expect(kinesis).toMatchObject({ raw: { 'eventbus.backend': 'kinesis' } });
  for (const text of ['#v=1', '# answers: defaults', fileOf()]) {
    expect(readPasted(catalog, text)).toEqual(DEFAULTS);
  }
});

it.each([
  ['', 'This holds no answers.'],
  ['#', 'This holds no answers.'],
  ['https://wizard.example/', 'This holds no answers.'],
  ['hello world', 'No answer was read from this.'],
  ['see issue #12', 'No answer was read from this.'],
  ['cats=3&dogs=4', 'No answer was read from this.'],
  ['https://www.example.com/watch?w=abc', 'No answer was read from this.'],
  ['plan.zones=many', 'No answer was read from this.'],
  ['https://wizard.example/?utm_source=slack', 'No answer was read from this.'],
])('nothing is read from %j: %s', (text, message) => {
  expect(readPasted(catalog, text)).toEqual({ message: expect.stringContaining(message) });
});

it('a link gives the same answers in a sentence, in a scanner’s address and in the head of a file', () => {
  const link = validAnswers(catalog).map((raw) => readAnswers(catalog, raw).link || 'v=1');
  fc.assert(
    fc.property(link, (text) => {
      const plain = parseLink(catalog, parametersOf(text));
      const address = `https://wizard.example/values/#${text}`;
      for (const pasted of [
        `Here: <${address}>.`,
        `https://scan.example/?a=1&url=${encodeURIComponent(address)}&b=2`,
        encodeURIComponent(address),
        `# The file.\r\n#\r\n# answers:\r\n# ${text}\r\n\r\napi: {}\r\n`,
      ]) {
        expect(readPasted(catalog, pasted)).toEqual(plain);
      }
    }),
    { numRuns: 200 },
  );
});

it('the head of a file has accepted cautions in lines of their own, too', () => {
  const head = `# answers:\n# v=1&redis.cluster=false\n#\n# [accepted] redis-single-node: it is a\n#   small one\n\na: 1\n`;
  expect(readPasted(catalog, head)).toMatchObject({
    userFiles: { accepted: { 'redis-single-node': 'it is a small one' } },
    faults: [],
  });
});
