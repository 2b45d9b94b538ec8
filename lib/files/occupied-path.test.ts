import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { occupiedPath } from './occupied-path';

const MAP = { 'api.autoscaling.maxReplicas': 'tiers.api.max', 'kafka.brokers': '=list' };

it.each([
  ['cron.enabled', 'tiers.api.max', 'api.autoscaling.maxReplicas', 'same'],
  ['cron.enabled', 'tiers.api', 'api.autoscaling.maxReplicas', 'below'],
  ['cron.enabled', 'tiers.api.max.of', 'api.autoscaling.maxReplicas', 'above'],
  ['cron.enabled', 'redis.cluster', 'redis.cluster', 'same'],
  ['cron.enabled', 'kafka.brokers', 'kafka.brokers', 'same'],
  // of a branch that is not chosen
  ['cron.enabled', 'pulsar.serviceUrl', 'pulsar.serviceUrl', 'same'],
  ['cron.enabled', 'worker.resources', 'worker.resources.requests.cpu', 'below'],
])('%s cannot stand at %s: %s stands there, or %s it', (ours, path, other, where) => {
  const taken = occupiedPath(catalog, ours, path, MAP);
  expect(taken).toMatchObject({ ours: other, where });
  expect(taken?.message).toMatch(/^\S+ stands .*\. Choose another path, or move that key first\.$/);
});

it.each([
  ['cron.enabled', 'jobs.enabled'],
  ['cron.enabled', 'redis.clusterMode'],
  ['cron.enabled', 'cron.enabled'],
  // its key was moved away
  ['cron.enabled', 'api.autoscaling.maxReplicas'],
  ['api.autoscaling.maxReplicas', 'tiers.api.max'],
])('%s can stand at %s', (ours, path) => {
  expect(occupiedPath(catalog, ours, path, MAP)).toBeUndefined();
});
