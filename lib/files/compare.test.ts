import fc from 'fast-check';
import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { type Reading, readAnswers } from '@/lib/reading/reading';
import { validAnswers } from '@/tests/support/answers';
import { readingOf, sound } from '@/tests/support/reading';
import { baselineOfFile, type Comparison, compare } from './compare';

/** What goes and what comes; a changed line does both. */
const goes = ({ lines }: Comparison) =>
  lines.flatMap(({ kind, line, was = line }) =>
    kind === 'changed' || kind === 'removed' ? was.text : [],
  );
const comes = ({ lines }: Comparison) =>
  lines.flatMap(({ kind, line }) => (kind === 'changed' || kind === 'added' ? line.text : []));

const fileBaseline = (text: string) => sound<Reading>(baselineOfFile(catalog, text));

it('a comparison with the same answers is empty', () => {
  const now = readingOf({ 'redis.cluster': 'false' });
  expect(Object.values(compare(catalog, now, now)).flat()).toEqual([]);
});

it('a comparison has answers, lines and limits that changed', () => {
  const now = readingOf({ 'redis.cluster': 'false', 'eventbus.backend': 'kinesis' });
  const comparison = compare(catalog, readingOf(), now);
  const { answers, gained, lost } = comparison;
  expect(answers).toEqual([
    { key: 'redis.cluster', was: 'true', is: 'false' },
    { key: 'eventbus.backend', was: 'kafka', is: 'kinesis' },
  ]);
  // Which lines a comparison has is in lib/overlay/line-diff.test.ts.
  expect(goes(comparison)).toContain('  backend: kafka');
  expect(comes(comparison)).toContain('  backend: kinesis');
  expect(lost.map(({ id }) => id)).toContain('redis-cluster-clients');
  expect(gained.length + lost.length).toBeGreaterThan(1);
});

it('a comparison points out pods that a running cluster would lose, of what the file itself sets', () => {
  const baseline = fileBaseline(
    'api:\n  autoscaling: { minReplicas: 8, maxReplicas: 20 }\noutboxPublisher:\n  replicaCount: 4\n  podDisruptionBudget: { minAvailable: 3 }\nmlWorker:\n  autoscaling: { minReplicas: 3 }\n',
  );
  const now = readingOf({ 'mlWorker.enabled': 'false' });
  expect(compare(catalog, baseline, now).fewer).toEqual([
    { key: 'api.autoscaling.minReplicas', was: '8', is: '6' },
    { key: 'mlWorker.autoscaling.minReplicas', was: '3', is: 'no longer written' },
    { key: 'outboxPublisher.replicaCount', was: '4', is: '3' },
    { key: 'outboxPublisher.podDisruptionBudget.minAvailable', was: '3', is: '2' },
  ]);
});

it('a comparison with a file has the lines of the file itself, but no secret', () => {
  const text = 'redis: { mode: internal }\nextra: [1, 2]\na: { password: hunter2 }\n';
  const file = fileBaseline(text);
  const comparison = compare(catalog, file, readingOf());
  const gone = ['  mode: internal', '  - 1', '  password: not shown'];
  expect(goes(comparison)).toEqual(expect.arrayContaining(gone));
  expect(comes(comparison)).toContain('  mode: external');
});

it('a comparison turns the one file into the other, whatever they are', () => {
  const any = validAnswers(catalog).map((raw) => readAnswers(catalog, raw));
  fc.assert(
    fc.property(any, any, (was, is) => {
      const comparison = compare(catalog, was, is);
      const keys = ({ lines }: typeof was) =>
        lines.filter(({ kind }) => kind === 'key').map(({ text }) => text);
      const left = [...keys(was)];
      for (const text of goes(comparison)) left.splice(left.indexOf(text), 1);
      expect([...left, ...comes(comparison)].sort()).toEqual([...keys(is)].sort());
    }),
    { numRuns: 100 },
  );
});
