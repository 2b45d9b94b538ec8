import fc from 'fast-check';
import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { parseAnswer } from '@/lib/domain/declare';
import { openLink } from '../support/reading';
import { anyText } from '../support/text';

/** What is right, part of what the message must say of that, and what is not. */
type Field = Readonly<{ right: string; good: readonly string[]; bad: readonly string[] }>;

/** Texts apart from each other by spaces, and others that hold some. */
const texts = (apart: string, ...others: readonly string[]) => [...apart.split(' '), ...others];

const regions: Field = {
  right: 'eu-west-1',
  good: texts('eu-west-1 us-gov-west-1 cn-northwest-1 ap-southeast-12'),
  bad: texts('eu-west EU-WEST-1 eu_west_1 eu-west-1a Ireland eu-west-123', ' eu-west-1'),
};
const hosts: Field = {
  right: 'with or without a port',
  good: texts('node a,b:9042 10.0.0.1 [2001:db8::1]:9042,n-2 a.b.svc.cluster.local h:65535'),
  bad: texts('a, ,a a:0 a:65536 a:99999 cql://a a: a/b a;b -a', 'a, b', 'a b'),
};
const keyspaces: Field = {
  right: '1 to 48',
  good: ['k', 'K1_', 'a'.repeat(48)],
  bad: texts("1k _k a-b a.b é a'b", 'a'.repeat(49), 'a b'),
};
const centres: Field = {
  right: '100 printable',
  good: ['dc1', 'eu-west', 'Zürich 1', '# 1', 'd', 'x'.repeat(100)],
  bad: [' dc', 'dc ', 'a\tb', 'a\nb', 'x'.repeat(101), '\u0000', 'a\u2028b', '\ud800', 'a\u200bb'],
};

const FIELDS: Readonly<Record<string, Field>> = {
  'plan.apiPodLabels': {
    right: 'key=value',
    good: texts(`app=kaireon a= A_.-b=C a=${'b'.repeat(63)} x.y-z/name=v a=b,c=d`),
    bad: texts(`app =b a=b, -a=b a=-b a=b=c X.Y/a=b /a=b a/b/c=d a=${'b'.repeat(64)}`, 'a=b, c=d'),
  },
  'kafka.brokers': {
    right: 'host:port pairs',
    good: texts('b:1 b:65535 b-1.kafka:9092,b-2.kafka:9092 10.0.0.1:9092 [::1]:9092 b_1:9092'),
    bad: texts(
      `b b: :9092 b:0 b:65536 b:09 b:9092, b:9092;c:9092 kafka://b:9092 b:9092/ ü:9092 b:٩`,
      ...['b:9092, c:9092', 'b:9092\n', `${'a'.repeat(1020)}:9092`],
    ),
  },
  'kinesis.streamName': {
    right: '1 to 128',
    good: texts('s A.b_c-9 .', 'a'.repeat(128)),
    bad: texts('a/b é a:b arn:aws:kinesis:eu-west-1:1:stream/x', 'a'.repeat(129), 'a b', 'a\n'),
  },
  'kinesis.region': regions,
  'pulsar.serviceUrl': {
    right: 'pulsar:// or pulsar+ssl://',
    good: texts('pulsar://b pulsar://b:6650 pulsar+ssl://b:6651 pulsar://a:1,b:2 pulsar://b/'),
    bad: texts(
      'http://b:8080 b:6650 pulsar:/b pulsar:// pulsar+tls://b PULSAR://b pulsar://b:0 pulsar://b:65536',
      ...['pulsar://b/tenant', 'pulsar://b?x=1', 'pulsar://b c'],
    ),
  },
  'dynamodb.tableName': {
    right: '3 to 255',
    good: texts('abc a.b ---', 'a'.repeat(255)),
    bad: texts('ab a table/x tablé', 'a'.repeat(256), 'a b c'),
  },
  'dynamodb.region': regions,
  'scylla.contactPoints': hosts,
  'scylla.localDataCenter': centres,
  'scylla.keyspace': keyspaces,
  'cassandra.contactPoints': hosts,
  'cassandra.localDataCenter': centres,
  'cassandra.keyspace': keyspaces,
};

function faultOf(key: string, text: string): string {
  const answer = catalog.answerOf.get(key);
  const parsed = answer && parseAnswer(answer, text);
  return parsed && 'fault' in parsed ? parsed.fault : '';
}

it.each(Object.entries(FIELDS))('%s takes what is right and says so of the rest', (key, field) => {
  for (const text of ['', ...field.good]) expect(faultOf(key, text), text).toBe('');
  for (const text of field.bad) {
    expect(faultOf(key, text), text).toContain(field.right);
    expect(faultOf(key, text), text).toContain('such as ');
  }
});

it.each([
  ['pulsar.serviceUrl', 'pulsar://b1:6650, b2:6650', 'There is a space in it'],
  ['pulsar.serviceUrl', 'pulsar://b1:6650/tenant/ns', 'after the brokers'],
  ['pulsar.serviceUrl', 'pulsar://b1:6650/?a=1', 'after the brokers'],
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
  ['kinesis.streamName', 'arn:aws:kinesis:eu-west-1:1:stream/orders', 'only the name in it, o'],
  ['kinesis.streamName', 'arn:aws:kinesis:eu-west-1:1', 'only the name in it.'],
  ['kinesis.region', 'EU-WEST-1', 'small letters'],
  ['kinesis.region', 'eu-west-1a', 'Its region is eu-west-1.'],
  ['kinesis.region', 'eu_west_1', 'dashes'],
  ['dynamodb.region', 'arn:aws:dynamodb:eu-west-1:1:table/x', 'only the region'],
  ['dynamodb.tableName', 'arn:aws:dynamodb:eu-west-1:1:table/orders', 'in it, orders.'],
])('%s %j: %s', (key, text, words) => {
  expect(faultOf(key, text)).toContain(words);
  expect(faultOf(key, text)).toMatch(/ such as .*\.$/);
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

// Which texts are taken for a credential: lib/domain/credential.test.ts. The secret stands between « and ».
it.each([
  'alice:«hunter2»@broker:9092',
  'https://bucket?X-Amz-Signature=«deadbeef»',
  '-----BEGIN «RSA PRIVATE KEY»-----',
])('the credential %s is refused in a link, and never repeated', (marked) => {
  const secret = /«(.*)»/.exec(marked)?.[1] ?? '';
  const text = encodeURIComponent(marked.replace(/[«»]/g, ''));
  for (const link of [
    `#v=1&kafka.brokers=${text}`,
    `#v=1&kafka.brokers=b%3A9092&kafka.brokers=${text}`,
    `#v=1&${text}=1`,
    `#v=1&preset=${text}`,
    `#v=${text}`,
    `#v=1&api.autoscaling.minReplicas=${text}`,
    `#v=1&api.resources.requests.cpu=${text}`,
  ]) {
    const { raw, notices } = openLink(catalog, link);
    expect(JSON.stringify({ raw, notices }), link).not.toContain(secret);
    expect(notices.map(({ message }) => message).join(' ')).toContain('Secret');
  }
});
