import { expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { understand } from './shape';

const meant = (key: string, text: string) => {
  const answer = catalog.answerOf.get(key);
  if (!answer) throw new Error(`There is no answer ${key}.`);
  return understand(answer, text);
};

test.each([
  ['plan.peakRps', ' 1,000 ', '1000'],
  ['plan.peakRps', '1 000', '1000'],
  ['plan.peakRps', '12,5', '12,5'],
  ['plan.peakRps', '1.000', '1.000'],
  ['api.resources.requests.memory', '4 Gi', '4Gi'],
  ['api.resources.requests.memory', ' 4Gi\n', '4Gi'],
  ['api.resources.requests.memory', '4GB', '4GB'],
  ['kafka.brokers', 'a:9092, b:9092', 'a:9092,b:9092'],
  ['kafka.brokers', '["a:9092", "b:9092"]', 'a:9092,b:9092'],
  ['kafka.brokers', '- a:9092\n- "b:9092"', 'a:9092,b:9092'],
  ['kafka.brokers', 'a:9092\r\nb:9092\r\n', 'a:9092,b:9092'],
  ['kafka.brokers', 'no port', 'no port'],
  ['kinesis.streamName', ' orders ', 'orders'],
  ['kinesis.streamName', 'my orders', 'my orders'],
])('%s: %j is %j', (key, text, is) => {
  expect(meant(key, text)).toBe(is);
});

test('what can be read is never another text', () => {
  for (const { key, default: documented } of catalog.answers) {
    expect(meant(key, documented)).toBe(documented);
  }
});
