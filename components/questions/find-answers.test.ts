import { expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { findAnswers } from './find-answers';

const keys = (text: string) => findAnswers(catalog, text).hits.map(({ key }) => key);

test('a key that is typed whole is found alone, in any case', () => {
  expect(findAnswers(catalog, ' API.autoscaling.minReplicas ')).toMatchObject({ all: 1 });
  expect(keys('api.autoscaling.minreplicas')).toEqual(['api.autoscaling.minReplicas']);
});

test('every word must be found, in whatever order', () => {
  expect(keys('replicas api')).toContain('api.autoscaling.minReplicas');
  expect(keys('replicas api')).not.toContain('mlWorker.autoscaling.minReplicas');
  expect(keys('replicas nothing-of-this-name')).toEqual([]);
});

test('a member of a choice is found where it is chosen', () => {
  expect(keys('pulsar')).toContain('eventbus.backend');
});

test('what has the words in its key or label comes before a choice that only has such a member', () => {
  const found = keys('dynamodb');
  expect(found).toContain('dynamodb.tableName');
  expect(found.indexOf('interactionStore.backend')).toBeGreaterThan(
    found.indexOf('dynamodb.tableName'),
  );
});

test('no more than twelve are shown, and all are counted', () => {
  const { hits, all } = findAnswers(catalog, 'e');
  expect(hits).toHaveLength(12);
  expect(all).toBeGreaterThan(12);
});

test('nothing is found for nothing', () => {
  for (const text of ['', '   ']) expect(findAnswers(catalog, text)).toEqual({ hits: [], all: 0 });
});
