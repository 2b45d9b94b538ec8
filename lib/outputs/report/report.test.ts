import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { readAnswers } from '@/lib/reading/reading';
import { anyAnswers } from '@/tests/support/answers';
import { type Given, given, openLink, readingOf } from '@/tests/support/reading';
import { report } from './report';

const reportOf = (answers?: Given) => report({ catalog, reading: readingOf(answers) });

test('it has the keys of the contract and no others', () => {
  const made = reportOf();
  expect(Object.keys(made)).toEqual(
    'answers link values limits accepted keys prerequisites capacity'.split(' '),
  );
  expect(made).toMatchObject({ answers: {}, link: '' });
  for (const limit of made.limits) {
    expect(Object.keys(limit)).toEqual(['id', 'severity', 'keys', 'message', 'source']);
  }
  for (const prerequisite of made.prerequisites) {
    expect(Object.keys(prerequisite)).toEqual(['id', 'text', 'verify']);
  }
});

test('answers are what was understood, in the order of the link', () => {
  const link =
    'api.autoscaling.minReplicas=8&api.resources.requests.cpu=1500m&mcp.dedicated=true&eventbus.backend=kinesis&kinesis.streamName=2024&plan.peakRps=5000';
  const asked = Object.fromEntries(Object.entries(given(link)).reverse());
  expect(Object.entries(reportOf(asked).answers)).toEqual([
    ['api.autoscaling.minReplicas', 8],
    ['api.resources.requests.cpu', '1500m'],
    ['mcp.dedicated', true],
    ['eventbus.backend', 'kinesis'],
    ['kinesis.streamName', '2024'],
    ['plan.peakRps', 5000],
  ]);
});

test('an accepted caution has its reason', () => {
  const accepted = { 'redis-single-node': 'staging only' };
  const made = report({
    catalog,
    reading: readingOf({ 'redis.cluster': 'false' }, catalog, { accepted }),
  });
  expect(made.accepted).toEqual(accepted);
});

test('the numbers of the contract’s example', () => {
  const made = reportOf({ 'eventbus.backend': 'kinesis' });
  expect(made.answers).toEqual({ 'eventbus.backend': 'kinesis' });
  expect(made.link).toBe('#v=1&eventbus.backend=kinesis');
  expect(made.values.eventbus).toEqual({ enabled: true, backend: 'kinesis' });
  expect(made.keys['eventbus.backend']).toEqual({ provenance: 'documented' });
  expect(made.capacity).toEqual({
    min: { cpu: 24.6, memoryGiB: 57.5, pods: 15 },
    max: { cpu: 180.6, memoryGiB: 401.5, pods: 93 },
  });
  expect(made.limits).toContainEqual({
    id: 'design-targets',
    severity: 'limit',
    keys: [],
    message: expect.stringContaining('k6'),
    source: expect.stringContaining('Honest limits'),
  });
  expect(made.prerequisites).toContainEqual({
    id: 'kinesis-stream',
    text: expect.stringContaining('Kinesis'),
    verify: expect.stringContaining('aws kinesis describe-stream-summary --stream-name'),
  });
});

test('keys has every leaf of values, lists opened', () => {
  const { keys } = reportOf();
  expect(keys['api.nodeSelector.kaireon\\.ai/tier']).toEqual({ provenance: 'unverified' });
  expect(keys['api.topologySpreadConstraints[0].maxSkew']).toEqual({ provenance: 'unverified' });
  expect(keys['api.topologySpreadConstraints']).toBeUndefined();
  expect(keys['postgres.mode']).toEqual({ provenance: 'documented' });
});

test('whatever the answers, it is plain JSON and its link opens what it says', () => {
  fc.assert(
    fc.property(anyAnswers(catalog), (raw) => {
      const made = report({ catalog, reading: readAnswers(catalog, raw) });
      expect(JSON.parse(JSON.stringify(made))).toEqual(made);
      const opened = openLink(catalog, made.link);
      expect(opened.notices).toEqual([]);
      for (const [key, value] of Object.entries(made.answers)) {
        expect(opened.raw[key]).toBe(String(value));
      }
    }),
    { numRuns: 200 },
  );
});
