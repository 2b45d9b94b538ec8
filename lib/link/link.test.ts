import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { readAnswers } from '@/lib/reading/reading';
import { validAnswers } from '@/tests/support/answers';
import { changedIn, readingOf } from '@/tests/support/reading';
import { openLink } from './link';

const open = (text: string) => openLink(catalog, text);
const ofScylla = (name: string) => ({
  'interactionStore.backend': 'scylla',
  'scylla.localDataCenter': name,
});
const linkOf = (given: Readonly<Record<string, string>>) => readingOf(given).link;

describe('a link', () => {
  it('makes the same file again', () => {
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
    'gives back the odd name %j',
    (name) => {
      const { raw, faults, link } = readingOf(ofScylla(name));
      expect(faults).toEqual([]);
      expect(open(link)).toEqual({ raw, userFiles: {}, notices: [] });
    },
  );

  it('is never asked to carry what cannot be told from a damaged link', () => {
    expect(readingOf(ofScylla('\ufffd')).faults).toHaveLength(1);
  });

  it('is nothing when nothing differs', () => {
    expect(linkOf({})).toBe('');
    // An answer of a branch that is not chosen makes no difference.
    expect(linkOf({ 'kinesis.streamName': 'orders', 'stream.replicaCount': '9' })).toBe('');
  });

  it('keeps answers that contradict each other, so that they can be fixed', () => {
    const given = { 'api.autoscaling.minReplicas': '9', 'api.autoscaling.maxReplicas': '8' };
    expect(linkOf(given)).toBe('v=1&api.autoscaling.minReplicas=9&api.autoscaling.maxReplicas=8');
    expect(changedIn(open(linkOf(given)).raw)).toEqual(given);
  });
});

describe('opening', () => {
  it.each(['', '#', '?', '#v=1', '?v=1&', '&&&', 'v=1'])('%j gives the defaults', (text) => {
    expect(open(text)).toEqual({ raw: completeAnswers(catalog, {}), userFiles: {}, notices: [] });
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
  ])('reports %s, and takes the rest', (_, text, key, words) => {
    const { raw, notices } = open(text);
    expect(changedIn(raw)).toEqual({ 'redis.cluster': 'false' });
    expect(notices.map((notice) => notice.key)).toEqual([key]);
    expect(notices[0]?.message).toContain(words);
  });

  it('takes the first of repeated parameters', () => {
    const { raw, notices } = open('plan.zones=2&plan.zones=5&plan.zones=2');
    expect(changedIn(raw)).toEqual({ 'plan.zones': '2' });
    expect(notices.map(({ key }) => key)).toEqual(['plan.zones']);
    expect(notices[0]?.message).toContain('more than once');
  });

  it('lets parameters win over a preset beside them, wherever they stand', () => {
    const text = 'eventbus.backend=pulsar&preset=aws-managed';
    expect(changedIn(open(text).raw)).toEqual({
      'eventbus.backend': 'pulsar',
      'plan.postgresProvider': 'aurora',
    });
    // Back to the default is an answer too.
    expect(changedIn(open('preset=aws-managed&eventbus.backend=kafka').raw)).toEqual({
      'plan.postgresProvider': 'aurora',
    });
  });

  it('falls back to the preset where a parameter beside it is bad', () => {
    const { raw, notices } = open('preset=aws-managed&eventbus.backend=pigeon');
    expect(raw['eventbus.backend']).toBe('kinesis');
    expect(notices[0]?.message).toContain('It is kinesis now');
  });
});
