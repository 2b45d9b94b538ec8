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
  key: 'audit.enabled',
  label: 'Run the audit tier',
  help: 'Only this test knows it.',
  source: 'a test',
  default: false,
});
const replicaCount = wholeNumber({
  key: 'audit.replicaCount',
  label: 'Number of pods',
  help: 'Fixed.',
  source: 'a test',
  default: 2,
  min: 1,
  max: 9,
  when: (read) => read(enabled) === true,
});
const pod = podResources({ tier: 'audit', requests: { cpu: '500m', memory: '1Gi' } });
const audit: Option = {
  id: 'audit',
  step: 'tiers',
  title: 'Audit',
  summary: 'A tier that only this test knows.',
  parts: [enabled, replicaCount, ...pod.parts],
  workload: {
    scaler: 'Fixed',
    enabled,
    pods: { min: replicaCount, max: replicaCount },
    ...pod.workload,
  },
  optional: { name: 'audit', needs: 'audit needs a disk' },
  talksTo: [{ to: 'postgres', label: 'copies', verb: 'copies rows from' }],
  whileOff: 'no copies',
};

// And of a question that only the plan asks.
const years = wholeNumber({
  key: 'plan.auditYears',
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
  about: 'audit',
  parts: [years],
  limits: [
    {
      id: 'audit-long',
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
  tiers: [...registry.tiers, audit],
  plans: [...registry.plans, retention],
});
const ON = { 'audit.enabled': 'true' };
const boxOf = (given: Given) =>
  topology(grown, readingOf(given, grown)).boxes.find(({ id }) => id === 'audit');

describe('a tier that is one object and one entry of the registry', () => {
  it('has its keys in the file, its parameters in the link and its types in the schema', () => {
    expect(valuesOf(ON, grown)).toMatchObject({ audit: { enabled: true, replicaCount: 2 } });
    expect(readingOf({ ...ON, 'audit.replicaCount': '3' }, grown).link).toBe(
      'v=1&audit.enabled=true&audit.replicaCount=3',
    );
    expect(overlaySchema(grown).properties?.audit?.properties?.replicaCount).toMatchObject({
      type: 'integer',
      maximum: 9,
    });
  });

  it('counts in the capacity', () => {
    const reading = readingOf(ON, grown);
    // 15 pods and 24.6 CPU are the documented floor; two pods of half a core come to it.
    expect(reading.capacity.min).toMatchObject({ pods: 17, cpu: 25.6 });
    expect(capacityPlan(grown, reading).tiers.at(-1)).toMatchObject({ id: 'audit' });
  });

  it('has its box and its line in the picture', () => {
    expect(boxOf({})).toMatchObject({ kind: 'off', says: ['off', 'no copies'] });
    expect(boxOf(ON)?.says).toEqual(['2 pods', '500m CPU, 1Gi each']);
    const { arrows } = topology(grown, readingOf(ON, grown));
    expect(arrows).toContainEqual(
      expect.objectContaining({ from: 'audit', to: 'postgres', verb: 'copies rows from' }),
    );
  });

  it('is named among the optional tiers while it is off', () => {
    const messageOf = (given: Given) =>
      readingOf(given, grown).limits.find(({ id }) => id === 'optional-tiers-off')?.message;
    expect(messageOf({})).toContain('audit needs a disk');
    expect(messageOf(ON)).not.toContain('audit');
  });
});

describe('a question of the plan that is one object and one entry of the registry', () => {
  const LONG = { ...ON, 'plan.auditYears': '20' };

  it('is in the link and not in the values', () => {
    expect(readingOf({ 'plan.auditYears': '20' }, grown).link).toBe('v=1&plan.auditYears=20');
    expect(valuesOf(LONG, grown)).toEqual(valuesOf(ON, grown));
  });

  it('brings its limit, which has its place in the picture at what it is about', () => {
    expect(readingOf(LONG, grown).limits).toContainEqual(
      expect.objectContaining({ id: 'audit-long', message: '20 years are long.' }),
    );
    expect(boxOf(LONG)?.marks.flatMap(({ limits }) => limits)).toContain('audit-long');
    expect(fileOf(LONG, grown)).toContain('# [caution] audit-long: 20 years are long.');
  });
});
