import fc from 'fast-check';
import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { textOf } from '@/lib/overlay/overlay';
import { readAnswers } from '@/lib/reading/reading';
import { openLink, readQuery } from '@/tests/support/reading';
import { occupied } from './map';

const OURS = 'api.autoscaling.maxReplicas';

it('a moved key is read, and written again in the order of the file', () => {
  const link =
    'v=1&redis.cluster=false&map.api.autoscaling.maxReplicas=hpa.max&map.worker.keda.enabled=scaler.on';
  const { raw, userFiles, notices } = openLink(catalog, link);
  expect(notices).toEqual([]);
  expect(userFiles.map).toEqual({ [OURS]: 'hpa.max', 'worker.keda.enabled': 'scaler.on' });
  expect(readAnswers(catalog, raw, userFiles).link).toBe(link);
});

it.each([
  ['map.api.nothing=a', 'map.api.nothing', /no such key/],
  [`map.${OURS}=`, `map.${OURS}`, /Enter a path/],
  [`map.${OURS}=a[0]`, `map.${OURS}`, /Enter a path/],
  [`map.${OURS}=a..b`, `map.${OURS}`, /Enter a path/],
  [`map.${OURS}=__proto__.a`, `map.${OURS}`, /Enter a path/],
  [`map.${OURS}=a%3Dnumber`, `map.${OURS}`, /no such type/],
  [`map.${OURS}=api.autoscaling.minReplicas`, `map.${OURS}`, /stands there/],
  [`map.${OURS}=api`, `map.${OURS}`, /stands below it, at api/],
  [`map.${OURS}=redis.mode.x`, `map.${OURS}`, /stands above it/],
])('a moved key %s is refused by itself', (parameter, key, message) => {
  const opened = openLink(catalog, `v=1&redis.cluster=false&${parameter}`);
  expect(opened.raw['redis.cluster']).toBe('false');
  expect(opened.userFiles).toEqual({});
  expect(opened.notices).toEqual([{ key, message: expect.stringMatching(message) }]);
  expect(readQuery(catalog, parameter)).toEqual({
    errors: [{ key, message: expect.stringMatching(message) }],
  });
});

it('a moved key may change places with another', () => {
  const [min, max] = ['api.autoscaling.minReplicas', 'api.autoscaling.maxReplicas'];
  const { userFiles } = openLink(catalog, `map.${min}=${max}&map.${max}=${min}`);
  expect(Object.keys(userFiles.map ?? {})).toHaveLength(2);
});

it('a moved key gives a sound file, whatever it is', () => {
  const odd = fc.constantFrom('a', 'api', 'a.b', 'constructor', 'kafka.x=list', '=list', 'a\\.b');
  const place = fc.oneof(fc.string(), odd);
  const ours = fc.constantFrom(...catalog.keys.map(({ path }) => path), 'x', '');
  fc.assert(
    fc.property(fc.array(fc.tuple(ours, place), { maxLength: 6 }), (pairs) => {
      const query = new URLSearchParams(pairs.map(([key, at]) => [`map.${key}`, at]));
      const { raw, userFiles } = openLink(catalog, String(query));
      const { lines, link } = readAnswers(catalog, raw, userFiles);
      const again = openLink(catalog, link);
      expect(again.notices).toEqual([]);
      const same = readAnswers(catalog, again.raw, again.userFiles);
      expect(textOf(same.lines)).toBe(textOf(lines));
    }),
    { numRuns: 150 },
  );
});

const MAP = { 'api.autoscaling.maxReplicas': 'tiers.api.max', 'kafka.brokers': '=list' };

it.each([
  ['tiers.api.max', 'api.autoscaling.maxReplicas stands there already.'],
  ['tiers.api', 'stands below it, at tiers.api.max.'],
  ['tiers.api.max.of', 'stands above it, at tiers.api.max.'],
  ['kafka.brokers', 'kafka.brokers stands there already.'],
  ['pulsar.serviceUrl', 'pulsar.serviceUrl stands there already.'], // a branch that is not chosen
  ['redis.clusterMode', undefined],
  ['cron.enabled', undefined],
  ['api.autoscaling.maxReplicas', undefined], // its key was moved away
])('a place %s takes a key, or says which one stands there: %s', (path, words) => {
  const refusal = occupied(catalog, 'cron.enabled', path, MAP);
  expect(refusal).toEqual(words && expect.stringContaining(words));
});
