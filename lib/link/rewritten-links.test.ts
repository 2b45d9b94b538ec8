import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { readQuery } from '@/lib/reading/read-query';
import { readAnswers } from '@/lib/reading/reading';
import { validAnswers } from '@/tests/support/answers';
import { changedIn } from '@/tests/support/reading';
import { openAddress, openLink } from './link';

const DEFAULTS = openLink(catalog, '').raw;
const KAFKA = { 'kafka.brokers': 'b-1:9092,b-2:9092', 'redis.cluster': 'false' };

describe('a link that a mail program or a chat rewrote', () => {
  // What is rewritten as a whole is in the laws below.
  it.each([
    'v=1&amp;amp;kafka.brokers=b-1:9092,b-2:9092&amp;amp;redis.cluster=false',
    'v=1&#38;kafka.brokers=b-1:9092,b-2:9092&#x26;redis.cluster=false',
    'v%3d1%26kafka.brokers%3db-1%3a9092%2cb-2%3a9092%26redis.cluster%3dfalse',
    'v=1%26kafka.brokers=b-1:9092,b-2:9092%26redis.cluster=false',
    'v=1%26amp%3Bkafka.brokers=b-1:9092,b-2:9092%26amp%3Bredis.cluster=false',
    'v=1&amp%3Bkafka.brokers=b-1:9092,b-2:9092&amp%3Bredis.cluster=false',
  ])('%s', (link) => {
    expect(openLink(catalog, `#${link}`)).toMatchObject({ notices: [] });
    expect(changedIn(openLink(catalog, `#${link}`).raw)).toEqual(KAFKA);
    expect(readQuery(catalog, link)).toMatchObject({ reading: { faults: [] } });
  });

  it('is read as it is where that can be meant', () => {
    const link = 'v=1&interactionStore.backend=scylla&scylla.localDataCenter=%2541%2526b';
    expect(changedIn(openLink(catalog, link).raw)).toEqual({
      'interactionStore.backend': 'scylla',
      'scylla.localDataCenter': '%41%26b',
    });
  });

  it('takes no new parameter out of a value', () => {
    const link = 'v=1&kafka.brokers=b%3A1%26redis.cluster%3Dfalse&plan.zones=%2534';
    const { raw, notices } = openLink(catalog, link);
    expect(changedIn(raw)).toEqual({ 'plan.zones': '4' });
    expect(notices.map(({ key }) => key)).toEqual(['kafka.brokers']);
  });

  it.each([
    'kafka.brokers=admin%253Ahunter2%2540b:1',
    'v%3D1%26kafka.brokers%3Dadmin:hunter2@b:1',
    'interactionStore.backend=scylla&scylla.localDataCenter=admin%25253Ahunter2%252540b',
    'interactionStore.backend=scylla&scylla.localDataCenter=Basic+hunter2hunter2==',
  ])('%s: its credential is refused and not repeated', (link) => {
    const opened = openLink(catalog, link);
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
  ];
  const linkOfAnswers = validAnswers(catalog)
    .map((raw) => readAnswers(catalog, raw).link)
    .filter((link) => link !== '');

  it('gives the same answers as the plain one', () => {
    fc.assert(
      fc.property(linkOfAnswers, fc.constantFrom(...wrappings), (link, wrap) => {
        expect(openLink(catalog, wrap(link))).toEqual(openLink(catalog, link));
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same answers with every % encoded again, where one of them cannot stand so', () => {
    // A colon cannot stand encoded in brokers, so it shows that all of the link was encoded again.
    const withBrokers = linkOfAnswers.filter((link) => link.includes('kafka.brokers='));
    fc.assert(
      fc.property(withBrokers, (link) => {
        const again = link.replaceAll('%', '%25');
        expect(openLink(catalog, again)).toEqual(openLink(catalog, link));
      }),
      { numRuns: 100 },
    );
  });
});

describe('query and fragment together', () => {
  const open = (query: string, fragment: string) => openAddress(catalog, { query, fragment });

  it('leaves out what is no answer in a query beside a fragment, and says it anywhere else', () => {
    const { raw, notices } = open('?utm_source=slack&v=1&redis.cluster=false', '#v=1&plan.zones=4');
    expect(changedIn(raw)).toEqual({ 'plan.zones': '4', 'redis.cluster': 'false' });
    expect(notices).toEqual([]);
    expect(open('?utm_source=slack&plan.zones=4', '').notices).toHaveLength(1);
    expect(open('', '#plan.zones=4&utm_source=slack').notices).toHaveLength(1);
    expect(readQuery(catalog, 'v=1&utm_source=slack')).toEqual({
      errors: [{ key: 'utm_source', message: 'There is no such answer.' }],
    });
  });

  it('lets the fragment count where both hold an answer, and says so', () => {
    const { raw, notices } = open('?plan.zones=2&plan.zones=2', '#plan.zones=4');
    expect(changedIn(raw)).toEqual({ 'plan.zones': '4' });
    expect(notices).toEqual([
      { key: 'plan.zones', message: 'Given more than once. Only 4 was read.' },
    ]);
  });
});

it('a + in a query is explained where neither a space nor a plus is right', () => {
  expect(readQuery(catalog, 'kafka.brokers=a+b')).toMatchObject({
    errors: [{ key: 'kafka.brokers', message: expect.stringContaining('write %2B for a plus') }],
  });
});

describe('a caution that is accepted in a link', () => {
  it('is read and written again while it applies', () => {
    const link = 'v=1&redis.cluster=false&accept.redis-single-node=a+small+one%2C+on+purpose';
    const { raw, userFiles, notices } = openLink(catalog, link);
    expect(notices).toEqual([]);
    expect(userFiles).toEqual({ accepted: { 'redis-single-node': 'a small one, on purpose' } });
    expect(readAnswers(catalog, raw, userFiles).link).toBe(link);
    expect(readAnswers(catalog, DEFAULTS, userFiles).link).toBe('');
  });

  it('has a reason of up to 200 characters, whatever they are', () => {
    const { notices } = openLink(catalog, `accept.redis-single-node=${'😀'.repeat(200)}`);
    expect(notices).toEqual([]);
  });

  it.each([
    ['accept.nothing=x', /no such caution/],
    ['accept.ml-cpu-only=x', /no such caution/],
    ['accept.redis-single-node=', /1 to 200 characters/],
    [`accept.redis-single-node=${'x'.repeat(201)}`, /1 to 200 characters/],
    ['accept.redis-single-node=a%0Ab', /on one line/],
    ['accept.redis-single-node=password%3Dhunter2', /credential/],
  ])('is refused: %s', (link, words) => {
    const { userFiles, notices } = openLink(catalog, link);
    expect(userFiles).toEqual({});
    expect(notices).toMatchObject([{ message: expect.stringMatching(words) }]);
  });
});
