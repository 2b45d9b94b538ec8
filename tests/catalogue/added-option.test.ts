import { describe, expect, it } from 'vitest';
import { kaireonCatalog, registry } from '@/lib/catalog/catalog';
import { podResources } from '@/lib/catalog/tiers/resources';
import { switchAnswer, wholeNumber } from '@/lib/domain/declare';
import type { Option } from '@/lib/domain/option';
import { capacityPlan } from '@/lib/outputs/capacity/plan';
import { overlaySchema } from '@/lib/outputs/schema/overlay-schema';
import { topology } from '@/lib/outputs/topology/topology';
import { fileOf, type Given, readingOf, valuesOf } from '../support/reading';

// All that there is to say of a tier, as its own file would say it. Nothing outside of this object knows of it.
const enabled = switchAnswer({
  key: 'loft.enabled',
  label: 'Run the loft tier',
  help: 'Only this test knows it.',
  source: 'a test',
  default: false,
});
const replicaCount = wholeNumber({
  key: 'loft.replicaCount',
  label: 'Number of pods',
  help: 'Fixed.',
  source: 'a test',
  default: 2,
  min: 1,
  max: 9,
  when: (read) => read(enabled) === true,
});
const pod = podResources({ tier: 'loft', requests: { cpu: '500m', memory: '1Gi' } });
const loft: Option = {
  id: 'loft',
  step: 'tiers',
  title: 'Loft',
  summary: 'A tier that only this test knows.',
  parts: [enabled, replicaCount, ...pod.parts],
  workload: {
    scaler: 'Fixed',
    enabled,
    pods: { min: replicaCount, max: replicaCount },
    ...pod.workload,
  },
  optional: { name: 'loft', needs: 'loft needs a disk' },
  talksTo: [{ to: 'postgres', label: 'copies', verb: 'copies rows from' }],
  whileOff: 'no copies',
};

// And of a question that only the plan asks.
const years = wholeNumber({
  key: 'plan.loftYears',
  label: 'Years to keep',
  help: 'Only this test knows it.',
  source: 'a test',
  default: '',
  min: 1,
  max: 100,
});
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
      beside: years.key,
      message: ({ read }) => `${read(years)} years are long.`,
      short: 'Long.',
      source: 'a test',
    },
  ],
};

const grown = kaireonCatalog({
  tiers: [...registry.tiers, loft],
  plans: [...registry.plans, retention],
});
const ON = { 'loft.enabled': 'true' };
const boxOf = (given: Given) =>
  topology(grown, readingOf(given, grown)).boxes.find(({ id }) => id === 'loft');

describe('a tier that is one object and one entry of the registry', () => {
  it('has its keys in the file, its parameters in the link and its types in the schema', () => {
    expect(valuesOf(ON, grown)).toMatchObject({ loft: { enabled: true, replicaCount: 2 } });
    expect(readingOf({ ...ON, 'loft.replicaCount': '3' }, grown).link).toBe(
      'v=1&loft.enabled=true&loft.replicaCount=3',
    );
    expect(overlaySchema(grown).properties?.loft?.properties?.replicaCount).toMatchObject({
      type: ['integer', 'null'],
      maximum: 9,
    });
  });

  it('counts in the capacity', () => {
    const reading = readingOf(ON, grown);
    const { pods, cpu } = readingOf().capacity.min;
    expect(reading.capacity.min).toMatchObject({ pods: pods + 2, cpu: cpu + 1 }); // two pods of half a core
    expect(capacityPlan(grown, reading).tiers.at(-1)).toMatchObject({ id: 'loft' });
  });

  it('has its box and its line in the picture', () => {
    expect(boxOf({})).toMatchObject({ kind: 'off', says: ['off', 'no copies'] });
    expect(boxOf(ON)?.says).toEqual(['2 pods', '500m CPU, 1Gi each']);
    const { arrows } = topology(grown, readingOf(ON, grown));
    expect(arrows).toContainEqual(
      expect.objectContaining({ from: 'loft', to: 'postgres', verb: 'copies rows from' }),
    );
  });

  it('is named among the optional tiers while it is off', () => {
    const messageOf = (given: Given) =>
      readingOf(given, grown).limits.find(({ id }) => id === 'optional-tiers-off')?.message;
    expect(messageOf({})).toContain('loft needs a disk');
    expect(messageOf(ON)).not.toContain('loft');
  });
});

describe('a question of the plan that is one object and one entry of the registry', () => {
  const LONG = { ...ON, 'plan.loftYears': '20' };

  it('is in the link and not in the values', () => {
    expect(readingOf({ 'plan.loftYears': '20' }, grown).link).toBe('v=1&plan.loftYears=20');
    expect(valuesOf(LONG, grown)).toEqual(valuesOf(ON, grown));
  });

  it('brings its limit, which has its place in the picture at what it is about', () => {
    expect(readingOf(LONG, grown).limits).toContainEqual(
      expect.objectContaining({ id: 'loft-long', message: '20 years are long.' }),
    );
    expect(boxOf(LONG)?.marks.flatMap(({ limits }) => limits)).toContain('loft-long');
    expect(fileOf(LONG, grown)).toContain('# [caution] loft-long: Long.');
  });
});
