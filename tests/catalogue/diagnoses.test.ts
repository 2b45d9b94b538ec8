import fc from 'fast-check';
import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { parseAnswer } from '@/lib/domain/answer';
import { anyText } from '../support/text';

function faultOf(key: string, text: string): string {
  const answer = catalog.answer.get(key);
  const parsed = answer && parseAnswer(answer, text);
  return parsed && 'fault' in parsed ? parsed.fault : '';
}

it.each([
  ['pulsar.serviceUrl', 'pulsar://b1:6650, b2:6650', 'There is a space in it'],
  ['pulsar.serviceUrl', 'pulsar://b1:6650/tenant/ns', 'behind the brokers'],
  ['pulsar.serviceUrl', 'pulsar://b1:6650/?a=1', 'behind the brokers'],
  ['pulsar.serviceUrl', 'pulsar://a:6650,pulsar://b:6650', 'stands once'],
  ['pulsar.serviceUrl', 'http://b:8080', 'The scheme http:// is not Pulsar’s.'],
  ['pulsar.serviceUrl', 'b:6650', 'does not begin with the scheme'],
  ['pulsar.serviceUrl', 'pulsar://2001:db8::1', 'in brackets'],
  ['pulsar.serviceUrl', 'pulsar://b:99999', '1 to 65535'],
  ['kafka.brokers', 'PLAINTEXT://b1:9092', 'Leave out the scheme PLAINTEXT://.'],
  ['kafka.brokers', 'b1:9092,SASL_SSL://b2:9092', 'Leave out the scheme SASL_SSL://.'],
  ['kafka.brokers', 'b1:9092, b2:9092', 'There is a space in it'],
  ['kafka.brokers', 'b1:9092;b2:9092', 'with commas'],
  ['kafka.brokers', 'b1:9092,', 'comma too many'],
  ['kafka.brokers', 'b1:9092,b2', 'b2 has no port.'],
  ['kafka.brokers', '[::1]', '[::1] has no port.'],
  ['kafka.brokers', 'b1:0', '1 to 65535'],
  ['kafka.brokers', '$(KAFKA_BROKERS)', 'placeholder'],
  ['kafka.brokers', 'bootstrap.servers=b1:9092', 'the name bootstrap.servers= before'],
  ['kafka.brokers', 'b1:9092/x', 'Leave out the path'],
  ['kafka.brokers', '2001:db8::1:9092', 'in brackets'],
  ['kafka.brokers', '"b1:9092"', 'quotes'],
  ['kafka.brokers', 'b1:9092\n', 'line break'],
  ['kafka.brokers', 'b1:9092,\u00a0b2:9092', 'cannot be seen'],
  ['kafka.brokers', 'b1:9092\u200b', 'cannot be seen'],
  ['kafka.brokers', ' b1:9092', 'at one of its ends'],
  ['kafka.brokers', 'bücher:9092', 'letters from a to z'],
  ['scylla.contactPoints', 'http://node-1', 'Leave out the scheme http://.'],
  ['scylla.keyspace', 'my-keyspace', 'no dashes'],
  [
    'kinesis.streamName',
    'arn:aws:kinesis:eu-west-1:1:stream/orders',
    'only the name in it, orders.',
  ],
  ['kinesis.streamName', 'arn:aws:kinesis:eu-west-1:1', 'only the name in it.'],
  ['kinesis.region', 'EU-WEST-1', 'small letters'],
  ['kinesis.region', 'eu-west-1a', 'Its region is eu-west-1.'],
  ['kinesis.region', 'eu_west_1', 'dashes'],
  ['dynamodb.region', 'arn:aws:dynamodb:eu-west-1:1:table/x', 'only the region'],
  ['dynamodb.tableName', 'arn:aws:dynamodb:eu-west-1:1:table/orders', 'in it, orders.'],
])('%s %j: %s', (key, text, words) => {
  const fault = faultOf(key, text);
  expect(fault).toContain(words);
  expect(fault).toMatch(/ such as .*\.$/);
});

it('of any text is a short sentence on one line, or nothing', () => {
  const keys = catalog.answers.filter(({ shape }) => shape.type === 'text').map(({ key }) => key);
  fc.assert(
    fc.property(fc.constantFrom(...keys), anyText, (key, text) => {
      expect(faultOf(key, text)).toMatch(/^$|^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]{20,400}$/u);
    }),
    { numRuns: 200 },
  );
});
