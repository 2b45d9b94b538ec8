import { describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { openFile } from '@/lib/files/open-file';
import { fileOf, type Given, readingOf, valuesOf } from '../support/reading';

// What the default overlay and some others hold as a whole is in tests/expected.

const emitted = (given: Given = {}) =>
  readingOf(given).written.map(
    ({ path, provenance }) => `${provenance === 'documented' ? 'D' : 'U'} ${path}`,
  );
/** What a change of answers adds to the leaves of the default overlay, and what it takes away. */
function difference(given: Given) {
  const [before, after] = [emitted(), emitted(given)];
  return {
    added: after.filter((leaf) => !before.includes(leaf)),
    gone: before.filter((leaf) => !after.includes(leaf)).map((leaf) => leaf.slice(2)),
  };
}

describe('of a tier that is off only its switch is written', () => {
  it.each([
    ['mlWorker', 'mlWorker.autoscaling.minReplicas', '3'],
    ['cron', 'cron.schedules.cleanup.enabled', 'false'],
  ])('%s', (tier, hidden, text) => {
    const given = { [`${tier}.enabled`]: 'false', [hidden]: text };
    expect(valuesOf(given)[tier]).toEqual({ enabled: false });
    const others = emitted().filter((leaf) => !leaf.slice(2).startsWith(`${tier}.`));
    expect(emitted(given).filter((leaf) => leaf !== `D ${tier}.enabled`)).toEqual(others);
  });
});

it.each([
  ...['cleanup', 'engagementHealthRecompute', 'gitopsDriftCheck', 'approvalsExpire'],
  ...['flowSchedulerTick', 'scheduledRetrains', 'outboxReaper'],
])('writes the cron job %s only to switch it off', (name) => {
  const key = `cron.schedules.${name}.enabled`;
  expect(emitted({ [key]: 'true' })).toEqual(emitted());
  expect(difference({ [key]: 'false' })).toEqual({ added: [`D ${key}`], gone: [] });
  expect(valuesOf({ [key]: 'false' }).cron).toMatchObject({
    schedules: { [name]: { enabled: false } },
  });
});

describe('where the API’s pods stand', () => {
  const LABELS = 'app.kubernetes.io/name=kaireon,on=12,blank=';
  const spreadOf = (given: Given) =>
    (valuesOf(given).api as Record<string, unknown>).topologySpreadConstraints;

  it('is pinned to its node group only when there is one', () => {
    expect(difference({ 'plan.apiNodeGroup': 'false' })).toEqual({
      added: [],
      gone: ['api.nodeSelector.kaireon\\.ai/tier'],
    });
  });

  it.each([
    ['strict', 'DoNotSchedule'],
    ['soft', 'ScheduleAnyway'],
  ])('is spread over zones: %s is %s', (spread, whenUnsatisfiable) => {
    const topologyKey = 'topology.kubernetes.io/zone';
    const given = { 'plan.apiZoneSpread': spread };
    expect(spreadOf(given)).toEqual([{ maxSkew: 1, topologyKey, whenUnsatisfiable }]);
    expect(spreadOf({ ...given, 'plan.apiPodLabels': LABELS })).toMatchObject([
      {
        labelSelector: {
          matchLabels: { 'app.kubernetes.io/name': 'kaireon', on: '12', blank: '' },
        },
      },
    ]);
    const labelled = { ...given, 'plan.apiPodLabels': LABELS };
    const opened = openFile(catalog, fileOf(labelled));
    expect(opened).toMatchObject({ raw: readingOf(labelled).raw, carried: [] });
  });

  it('is left to the chart without a spread, whose labels are then not asked for', () => {
    const off = { 'plan.apiZoneSpread': 'off', 'plan.apiPodLabels': 'not a label' };
    expect(spreadOf(off)).toBeUndefined();
    expect(readingOf(off).faults).toEqual([]);
    expect(readingOf(off).link).toBe('v=1&plan.apiZoneSpread=off');
  });
});

// The block and the selector of each backend are in tests/expected.
it.each([
  { 'eventbus.backend': 'kinesis', 'kinesis.streamName': 'events', 'kinesis.region': 'eu-west-1' },
  { 'eventbus.backend': 'pulsar', 'pulsar.serviceUrl': 'pulsar://b:6650' },
  { 'eventbus.backend': 'msk' },
  { 'eventbus.backend': 'eventbridge' },
  { 'interactionStore.backend': 'scylla', 'scylla.contactPoints': 'a,b:9042' },
  { 'interactionStore.backend': 'cassandra', 'cassandra.keyspace': 'k' },
  { 'interactionStore.backend': 'keyspaces', 'cassandra.localDataCenter': 'dc1' },
  { 'interactionStore.backend': 'pg' },
])('the file of %j opens as what it was made from', (given: Given) => {
  const { raw } = readingOf(given);
  expect(openFile(catalog, fileOf(given))).toMatchObject({ raw, carried: [], conflicts: [] });
});

describe('event bus', () => {
  it.each([
    ['config: {EVENT_PUBLISHER: msk}', 'msk', ''],
    ['eventbus: {enabled: false}\nconfig: {EVENT_PUBLISHER: eventbridge}', 'eventbridge', 'true'],
    [
      'eventbus: {enabled: true, backend: kinesis}\nconfig: {EVENT_PUBLISHER: msk}',
      '', // the two do not go together: both are carried
      'true',
    ],
    ['eventbus: {enabled: false}\nconfig: {EVENT_PUBLISHER: redis}', '', 'false'],
  ])('a file with %j opens as %j', (text, backend, enabled) => {
    const opened = openFile(catalog, text);
    expect(opened).toMatchObject({
      raw: { 'eventbus.backend': backend, 'eventbus.enabled': enabled },
    });
  });
});

it.each(['interactionStore: {backend: cassandra}\n', ''])(
  'a file with INTERACTION_STORE: keyspaces beside %j opens as Keyspaces',
  (alias) => {
    const opened = openFile(catalog, `${alias}config: {INTERACTION_STORE: keyspaces}`);
    expect(opened).toMatchObject({ raw: { 'interactionStore.backend': 'keyspaces' } });
  },
);

it('writes no empty config when no selector is left', () => {
  const bare = { 'eventbus.backend': 'pulsar', 'interactionStore.backend': 'cassandra' };
  expect(valuesOf(bare)).not.toHaveProperty('config');
});

it('keeps the plan out of the data', () => {
  const plan = catalog.answers.filter(({ key, writes }) => key.startsWith('plan.') && !writes);
  const given = plan.flatMap(({ key, shape }) => {
    if (shape.type === 'whole-number') return [[key, `${shape.min}`]];
    if (shape.type === 'quantity') return [[key, shape.resource === 'cpu' ? '16' : '64Gi']];
    return shape.type === 'choice' ? [[key, shape.choices.at(-1)?.value ?? '']] : [];
  });
  expect(given.length).toBeGreaterThan(10);
  expect(valuesOf(Object.fromEntries(given))).toEqual(valuesOf());
});
