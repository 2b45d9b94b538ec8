import { expect, it } from 'vitest';
import { given, readingOf } from '@/tests/support/reading';

const MIN = { cpu: 24.6, memoryGiB: 57.5, pods: 15 };
const MAX = { cpu: 180.6, memoryGiB: 401.5, pods: 93 };
const SPELLED = 'api.resources.requests.cpu=2000m&api.resources.requests.memory=4096Mi';
const CRUMBS = 'outboxPublisher.resources.requests.cpu=0.1&api.resources.requests.cpu=0.3';

it.each<[string, string, object]>([
  ['the documented footprint of the large overlay', '', { min: MIN, max: MAX }],
  [
    'more with every tier on',
    'stream.enabled=true&mcp.dedicated=true',
    {
      min: { cpu: 27.6, memoryGiB: 63.5, pods: 19 },
      max: { cpu: 183.6, memoryGiB: 407.5, pods: 97 },
    },
  ],
  [
    'without what is off',
    'mlWorker.enabled=false',
    { max: { cpu: 160.6, memoryGiB: 321.5, pods: 83 } },
  ],
  ['without cron jobs, always', 'cron.enabled=false', { min: MIN, max: MAX }],
  [
    'without workers that may stop',
    'worker.keda.minReplicaCount=0',
    { min: { cpu: 16.6, memoryGiB: 41.5, pods: 11 } },
  ],
  ['the same in any spelling of a quantity', SPELLED, { min: MIN, max: MAX }],
  [
    'without a tier that has an answer wrong',
    'api.resources.requests.memory=4',
    { max: { pods: 43 } },
  ],
  ['added up without the crumbs of binary fractions', CRUMBS, { min: { cpu: 14.1 } }],
])('the capacity is %s', (_, answers, ends) => {
  expect(readingOf(given(answers)).capacity).toMatchObject(ends);
});

it('counts the tiers that have pods of their own', () => {
  const ids = readingOf().tiers.map(({ id }) => id);
  expect(ids).toEqual(['api', 'worker', 'mlWorker', 'outboxPublisher']);
});
