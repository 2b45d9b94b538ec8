import { describe, expect, it } from 'vitest';
import { readingOf } from '@/tests/support/reading';

const ends = (given: Readonly<Record<string, string>> = {}) => readingOf(given).capacity;

describe('capacity', () => {
  it('is the documented footprint of the large overlay', () => {
    expect(ends()).toEqual({
      min: { cpu: 24.6, memoryGiB: 57.5, pods: 15 },
      max: { cpu: 180.6, memoryGiB: 401.5, pods: 93 },
    });
    expect(ends({ 'stream.enabled': 'true', 'mcp.dedicated': 'true' })).toEqual({
      min: { cpu: 27.6, memoryGiB: 63.5, pods: 19 },
      max: { cpu: 183.6, memoryGiB: 407.5, pods: 97 },
    });
  });

  it('leaves out what is off, cron jobs always', () => {
    expect(ends({ 'mlWorker.enabled': 'false' }).max).toEqual({
      cpu: 160.6,
      memoryGiB: 321.5,
      pods: 83,
    });
    expect(ends({ 'cron.enabled': 'false' })).toEqual(ends());
    expect(readingOf().tiers.map(({ id }) => id)).toEqual([
      'api',
      'worker',
      'mlWorker',
      'outboxPublisher',
    ]);
  });

  it('counts workers that may stop, and any spelling of a quantity', () => {
    expect(ends({ 'worker.keda.minReplicaCount': '0' }).min).toEqual({
      cpu: 16.6,
      memoryGiB: 41.5,
      pods: 11,
    });
    const spelled = {
      'api.resources.requests.cpu': '2000m',
      'api.resources.requests.memory': '4096Mi',
    };
    expect(ends(spelled)).toEqual(ends());
  });

  it('leaves out a tier that has an answer wrong, and counts the others', () => {
    const { tiers, capacity } = readingOf({ 'api.resources.requests.memory': '4' });
    expect(tiers.map(({ id }) => id)).toEqual(['worker', 'mlWorker', 'outboxPublisher']);
    expect(capacity.max.pods).toBe(43);
  });

  it('adds up without the crumbs of binary fractions', () => {
    const crumbs = {
      'outboxPublisher.resources.requests.cpu': '0.1',
      'api.resources.requests.cpu': '0.3',
    };
    expect(ends(crumbs).min.cpu).toBe(14.1);
  });
});
