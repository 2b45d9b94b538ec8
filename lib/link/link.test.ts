import fc from 'fast-check';
import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { completeAnswers } from '@/lib/domain/evaluate';
import { readAnswers } from '@/lib/reading/reading';
import { validAnswers } from '@/tests/support/answers';
import { changedIn, openAddress, openLink, readingOf, readQuery } from '@/tests/support/reading';

const DEFAULTS = completeAnswers(catalog, {});
const KAFKA = { 'kafka.brokers': 'b-1:9092,b-2:9092', 'redis.cluster': 'false' };
const open = (text: string) => openLink(catalog, text);
const ofScylla = (name: string) => ({
  'interactionStore.backend': 'scylla',
  'scylla.localDataCenter': name,
});

// What each part of a link means is in tests/links.
it('a link makes the same file again', () => {
  fc.assert(
    fc.property(validAnswers(catalog), (raw) => {
      const { link, lines } = readAnswers(catalog, raw);
      const opened = open(link);
      expect(opened.notices).toEqual([]);
      expect(readAnswers(catalog, opened.raw)).toMatchObject({ lines, link });
    }),
    { numRuns: 300 },
  );
});

it.each(['a b', '+', '%2B', '&=#?', 'é', 'e\u0301', '🙂', 'a%', "it's", '&amp;x', '%253D'])(
  'a link gives back the odd name %j',
  (name) => {
    const { raw, faults, link } = readingOf(ofScylla(name));
    expect(faults).toEqual([]);
    expect(open(link)).toEqual({ raw, userFiles: {}, notices: [] });
  },
);

it('a link is never asked to carry what cannot be told from a damaged link', () => {
  expect(readingOf(ofScylla('\ufffd')).faults).toHaveLength(1);
});

it.each(['', '#', '?', '#v=1', '?v=1&', '&&&', 'v=1'])('opening %j gives the defaults', (text) => {
  expect(open(text)).toEqual({ raw: DEFAULTS, userFiles: {}, notices: [] });
});

it.each([
  ['an unknown version', 'v=7&redis.cluster=false', 'v', '7'],
  ['an empty version', 'v=&redis.cluster=false', 'v', 'version'],
  ['an unknown key', 'cats=3&redis.cluster=false', 'cats', 'no such answer'],
  ['a derived key', 'kafka.enabled=true&redis.cluster=false', 'kafka.enabled', 'follows from'],
  ['a bad answer', 'plan.zones=many&redis.cluster=false', 'plan.zones', 'It is 3 now'],
  ['an unknown preset', 'preset=tiny&redis.cluster=false', 'preset', 'documented-large'],
  ['half an escape', 'plan.zones=%E0%A4&redis.cluster=false', 'plan.zones', 'damaged'],
  ['an escape that was cut off', 'redis.cluster=false&plan.zones=4%', 'plan.zones', 'damaged'],
  ['a key of every object', '__proto__=1&redis.cluster=false', '__proto__', 'no such answer'],
])('opening reports %s, and takes the rest', (_, text, key, words) => {
  const { raw, notices } = open(text);
  expect(changedIn(raw)).toEqual({ 'redis.cluster': 'false' });
  expect(notices.map((notice) => notice.key)).toEqual([key]);
  expect(notices[0]?.message).toContain(words);
});

it('opening falls back to the preset where a parameter beside it is bad', () => {
  const { raw, notices } = open('preset=aws-managed&eventbus.backend=pigeon');
  expect(raw['eventbus.backend']).toBe('kinesis');
  expect(notices[0]?.message).toContain('It is kinesis now');
});

// What is rewritten as a whole is in the laws below.
it.each([
  'v=1&amp;amp;kafka.brokers=b-1:9092,b-2:9092&amp;amp;redis.cluster=false',
  'v=1&#38;kafka.brokers=b-1:9092,b-2:9092&#x26;redis.cluster=false',
  'v%3d1%26kafka.brokers%3db-1%3a9092%2cb-2%3a9092%26redis.cluster%3dfalse',
  'v=1%26kafka.brokers=b-1:9092,b-2:9092%26redis.cluster=false',
  'v=1%26amp%3Bkafka.brokers=b-1:9092,b-2:9092%26amp%3Bredis.cluster=false',
  'v=1&amp%3Bkafka.brokers=b-1:9092,b-2:9092&amp%3Bredis.cluster=false',
])('a link that was rewritten on its way: %s', (link) => {
  expect(open(`#${link}`)).toMatchObject({ notices: [] });
  expect(changedIn(open(`#${link}`).raw)).toEqual(KAFKA);
  expect(readQuery(catalog, link)).toMatchObject({ reading: { faults: [] } });
});

it('a link that was rewritten on its way is read as it is where that can be meant', () => {
  const link = 'v=1&interactionStore.backend=scylla&scylla.localDataCenter=%2541%2526b';
  expect(changedIn(open(link).raw)).toEqual({
    'interactionStore.backend': 'scylla',
    'scylla.localDataCenter': '%41%26b',
  });
});

it('a link that was rewritten on its way takes no new parameter out of a value', () => {
  const link = 'v=1&kafka.brokers=b%3A1%26redis.cluster%3Dfalse&plan.zones=%2534';
  const { raw, notices } = open(link);
  expect(changedIn(raw)).toEqual({ 'plan.zones': '4' });
  expect(notices.map(({ key }) => key)).toEqual(['kafka.brokers']);
});

it.each([
  'kafka.brokers=admin%253Ahunter2%2540b:1',
  'v%3D1%26kafka.brokers%3Dadmin:hunter2@b:1',
  'interactionStore.backend=scylla&scylla.localDataCenter=admin%25253Ahunter2%252540b',
  'interactionStore.backend=scylla&scylla.localDataCenter=Basic+hunter2hunter2==',
])('the credential of %s is refused and not repeated', (link) => {
  const opened = open(link);
  expect(opened.notices.map(({ message }) => message).join()).toContain('Secret');
  expect(JSON.stringify([opened, readQuery(catalog, link)])).not.toContain('hunter2');
});

const wrappings: readonly ((link: string) => string)[] = [
  encodeURIComponent,
  (link) => encodeURIComponent(encodeURIComponent(link)),
  (link) => encodeURIComponent(link.replaceAll('&', '&amp;')),
  (link) => link.replaceAll('&', '&amp;'),
  (link) => link.replaceAll('&', '&#38;'),
  (link) => link.replace(/^v=1.*/, (all) => `v=${encodeURIComponent(all.slice(2))}`),
  // A colon cannot stand encoded in brokers, so it shows that all of the link was encoded again.
  (link) => (link.includes('kafka.brokers=') ? link.replaceAll('%', '%25') : link),
];
const linkOfAnswers = validAnswers(catalog).map((raw) => readAnswers(catalog, raw).link);

it('a link that was rewritten on its way gives the same answers as the plain one', () => {
  fc.assert(
    fc.property(linkOfAnswers, fc.constantFrom(...wrappings), (link, wrap) => {
      expect(open(wrap(link))).toEqual(open(link));
    }),
    { numRuns: 300 },
  );
});

const openBoth = (query: string, fragment: string) => openAddress(catalog, { query, fragment });

it('an address leaves out what is no answer in a query beside a fragment, and says it anywhere else', () => {
  const { raw, notices } = openBoth('?utm_source=slack&redis.cluster=false', '#plan.zones=4');
  expect(changedIn(raw)).toEqual({ 'plan.zones': '4', 'redis.cluster': 'false' });
  expect(notices).toEqual([]);
  expect(openBoth('?utm_source=slack&plan.zones=4', '').notices).toHaveLength(1);
  expect(openBoth('', '#plan.zones=4&utm_source=slack').notices).toHaveLength(1);
  expect(readQuery(catalog, 'v=1&utm_source=slack')).toEqual({
    errors: [{ key: 'utm_source', message: 'There is no such answer.' }],
  });
});

it('an address lets the fragment count where both hold an answer, and says so', () => {
  const { raw, notices } = openBoth('?plan.zones=2&plan.zones=2', '#plan.zones=4');
  expect(changedIn(raw)).toEqual({ 'plan.zones': '4' });
  expect(notices).toEqual([
    { key: 'plan.zones', message: 'Given more than once. Only 4 was read.' },
  ]);
});

it('a + in a query is explained where neither a space nor a plus is right', () => {
  expect(readQuery(catalog, 'kafka.brokers=a+b')).toMatchObject({
    errors: [{ key: 'kafka.brokers', message: expect.stringContaining('write %2B for a plus') }],
  });
});

it('an accepted caution is read and written again while it applies', () => {
  const link = 'v=1&redis.cluster=false&accept.redis-single-node=a+small+one%2C+on+purpose';
  const { raw, userFiles, notices } = open(link);
  expect(notices).toEqual([]);
  expect(userFiles).toEqual({ accepted: { 'redis-single-node': 'a small one, on purpose' } });
  expect(readAnswers(catalog, raw, userFiles).link).toBe(link);
  expect(readAnswers(catalog, DEFAULTS, userFiles).link).toBe('');
  expect(open(`accept.redis-single-node=${'😀'.repeat(200)}`).notices).toEqual([]);
});

it.each([
  ['accept.nothing=x', /no such caution/],
  ['accept.ml-cpu-only=x', /no such caution/],
  ['accept.redis-single-node=', /1 to 200 characters/],
  [`accept.redis-single-node=${'x'.repeat(201)}`, /1 to 200 characters/],
  ['accept.redis-single-node=a%0Ab', /on one line/],
  ['accept.redis-single-node=password%3Dhunter2', /credential/],
])('an accepted caution is refused: %s', (link, words) => {
  const { userFiles, notices } = open(link);
  expect(userFiles).toEqual({});
  expect(notices).toMatchObject([{ message: expect.stringMatching(words) }]);
});
