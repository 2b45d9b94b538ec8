import { expect, it } from 'vitest';
import { kaireonCatalog, registry } from '@/lib/catalog/registry';
import { fixedPods } from '@/lib/catalog/tiers/pods';
import type { Catalog } from '@/lib/domain/catalog';
import { switchAnswer, wholeNumber } from '@/lib/domain/declare';
import type { Option } from '@/lib/domain/option';
import { overlaySchema } from '@/lib/outputs/schema/overlay-schema';
import { topology } from '@/lib/outputs/topology/topology';
import { prerequisitesOf } from '@/lib/reading/prerequisites';
import { brokenLaws } from '../support/file-laws';
import { pigeon } from '../support/pigeon';
import { fileOf, type Given, openLink, readingOf, valuesOf } from '../support/reading';

// A backend, a tier and a question of the plan that only these tests know: each is one object and one entry of the
// registry, and nothing outside of this file has heard of it.

const idsOf = (given: Given, of: Catalog) => readingOf(given, of).limits.map(({ id }) => id);

const withPigeon = kaireonCatalog({ eventBuses: [...registry.eventBuses, pigeon] });
const CHOSEN = { 'eventbus.backend': 'pigeon' };
const FILLED = { ...CHOSEN, 'pigeon.servers': 'pigeon-1:4222' };

it('a backend can be chosen, and is asked for its answers only then', () => {
  const wrong = { 'pigeon.servers': 'nowhere' };
  expect(readingOf(wrong, withPigeon).faults).toEqual([]);
  expect(readingOf({ ...CHOSEN, ...wrong }, withPigeon).faults).toMatchObject([
    { key: 'pigeon.servers' },
  ]);
});

it('a backend has its block, its selector and its parameter, and leaves the rest as it was', () => {
  const values = valuesOf(FILLED, withPigeon);
  expect(values).toMatchObject({
    eventbus: { enabled: true, backend: 'pigeon' },
    pigeon: { enabled: true, servers: 'pigeon-1:4222' },
    config: { EVENT_PUBLISHER: 'pigeon', INTERACTION_STORE: 'dynamodb' },
  });
  expect(values).not.toHaveProperty('kafka');
  const { link, limits, raw } = readingOf(FILLED, withPigeon);
  expect(brokenLaws(fileOf(FILLED, withPigeon), limits)).toEqual([]);
  expect(link).toBe('v=1&eventbus.backend=pigeon&pigeon.servers=pigeon-1%3A4222');
  expect(openLink(withPigeon, link)).toMatchObject({ raw, notices: [] });
  expect(fileOf({}, withPigeon)).toBe(fileOf());
});

it('a backend brings its limits and prerequisites, and those that every backend has', () => {
  const ids = ['pigeon-made-up', 'eventbus-block-unfilled', 'eventbus-must-exist'];
  expect(idsOf(CHOSEN, withPigeon)).toEqual(expect.arrayContaining(ids));
  for (const off of [{}, { ...CHOSEN, 'eventbus.enabled': 'false' }])
    expect(idsOf(off, withPigeon)).not.toContain('pigeon-made-up');
  const needs = (given: Given) => prerequisitesOf(withPigeon, readingOf(given, withPigeon));
  expect(needs({}).map(({ id }) => id)).not.toContain('pigeon-cluster');
  const verify = 'pigeon --server pigeon-1:4222 rtt';
  expect(needs(FILLED)).toContainEqual(expect.objectContaining({ option: 'Pigeon', verify }));
});

it('a backend can be taken away', () => {
  const eventBuses = registry.eventBuses.filter(({ id }) => id !== 'pulsar');
  const without = kaireonCatalog({ eventBuses });
  expect(without.answerOf.has('pulsar.serviceUrl')).toBe(false);
  const [fault] = readingOf({ 'eventbus.backend': 'pulsar' }, without).faults;
  expect(fault?.message).toMatch(/^Choose kafka(?!.*pulsar).* or \w+\.$/);
  expect(fileOf({}, without)).toBe(fileOf());
});

const words = { label: 'Loft', help: 'Only this test knows it.', source: 'a test' };
const enabled = switchAnswer('loft.enabled', { ...words, default: false });
const pods = fixedPods({
  count: ['loft.replicaCount', 2],
  requests: {
    cpu: ['loft.resources.requests.cpu', '500m'],
    memory: ['loft.resources.requests.memory', '1Gi'],
  },
});
const loft: Option = {
  id: 'loft',
  step: 'tiers',
  title: 'Loft',
  summary: 'A tier that only this test knows.',
  parts: [enabled, pods.count, ...pods.resources],
  enabled,
  workload: pods.workload,
  optional: { name: 'loft', needs: 'loft needs a disk' },
};
const years = wholeNumber('plan.loftYears', { ...words, bounds: [1, 100] });
const retention: Option = {
  id: 'retention',
  step: 'cluster',
  title: 'Retention',
  summary: 'A question that only this test knows.',
  about: 'loft',
  parts: [years],
  limits: [
    {
      id: 'loft-long',
      severity: 'caution',
      when: ({ read }) => (read(years) ?? 0) > 10,
      keys: [],
      message: ({ read }) => `${read(years)} years are a long time to keep.`,
      source: 'a test',
    },
  ],
};
const grown = kaireonCatalog({
  tiers: [...registry.tiers, loft],
  plans: [...registry.plans, retention],
});
const ON = { 'loft.enabled': 'true' };
const LONG = { ...ON, 'plan.loftYears': '20' };

it('a tier and a question of the plan are in the file, the link and the schema', () => {
  expect(valuesOf(ON, grown)).toMatchObject({ loft: { enabled: true, replicaCount: 2 } });
  expect(valuesOf(LONG, grown)).toEqual(valuesOf(ON, grown));
  expect(readingOf({ ...LONG, 'loft.replicaCount': '3' }, grown).link).toBe(
    'v=1&loft.enabled=true&loft.replicaCount=3&plan.loftYears=20',
  );
  expect(overlaySchema(grown).properties?.loft?.properties).toHaveProperty('replicaCount');
});

it('a tier and a question of the plan count in the capacity and stand in the picture', () => {
  const { pods, cpu } = readingOf().capacity.min;
  // Two pods of half a core.
  expect(readingOf(ON, grown).capacity.min).toMatchObject({ pods: pods + 2, cpu: cpu + 1 });
  expect(topology(grown, readingOf(LONG, grown)).boxes.map(({ id }) => id)).toContain('loft');
});

it('a tier and a question of the plan bring their limits', () => {
  const off = (given: Given) =>
    readingOf(given, grown).limits.find(({ id }) => id === 'optional-tiers-off')?.message;
  expect(off({})).toContain('loft needs a disk');
  expect(off(ON)).not.toContain('loft');
  expect(fileOf(LONG, grown)).toContain('# [caution] loft-long: 20 years are a long time');
});

const redis = registry.datastores.find(({ id }) => id === 'redis');
const { parts = [], limits = [] } = redis ?? {};
it.each([
  ['the key redis.cluster', { parts, limits: [] }],
  ['the path redis.mode', { parts: parts.filter((part) => !('key' in part)), limits: [] }],
  [`the limit ${limits[0]?.id}`, { parts: [], limits }],
])('what is there already is refused: %s', (what, some) => {
  const again = {
    id: 'again',
    step: 'cluster',
    title: 'Again',
    summary: 'A test.',
    ...some,
  } as const;
  const plans = [...registry.plans, again];
  expect(() => kaireonCatalog({ plans })).toThrow(`declares ${what} twice`);
});
