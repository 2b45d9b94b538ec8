import { describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { holdsCredential } from '@/lib/domain/credential';
import { openLink } from '@/tests/support/link';
import { askedWith } from '../support/choices';
import { readingOf } from '../support/reading';

interface Field {
  /** Part of what the message must say would be right. */
  readonly right: string;
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

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

it.each(Object.entries(FIELDS))('%s takes what is right and says so of the rest', (key, field) => {
  const answer = catalog.answer.get(key);
  const chosen = answer && askedWith(answer);
  const faults = (text: string) => readingOf({ ...chosen, [key]: text }).faults;
  for (const text of ['', ...field.good]) expect(faults(text), text).toEqual([]);
  for (const text of field.bad) {
    expect(faults(text), text).toMatchObject([{ key }]);
    expect(faults(text)[0]?.message).toContain(field.right);
    expect(faults(text)[0]?.message).toContain('such as ');
    expect(field.good.some(holdsCredential)).toBe(false);
  }
});

describe('a credential', () => {
  /** The secret stands between « and »; it must be seen nowhere. */
  const CREDENTIALS = [
    'alice:«hunter2»@broker:9092',
    'broker:9092,alice:«hunter2»@broker-2:9092',
    'pulsar+ssl://alice:«hunter/2»@broker:6651',
    'https://«ghp_0123456789abcdefghij»@host',
    'pulsar://broker:6650?authParams=token:«eyJhbGciOi»',
    'Endpoint=sb://x/;SharedAccessKeyName=n;SharedAccessKey=«c2VjcmV0»',
    'PASSWD: «hunter2»',
    'aws_secret_access_key = «wJalrXUtnFEMI»',
    '«AKIAIOSFODNN7EXAMPLE»',
    'https://bucket?X-Amz-Signature=«deadbeef»',
    '-----BEGIN «RSA PRIVATE KEY»-----',
  ];
  const secretOf = (marked: string) => /«(.*)»/.exec(marked)?.[1] ?? '';
  const plain = (marked: string) => marked.replace(/[«»]/g, '');

  it.each(CREDENTIALS)('%s is refused in a link, and never repeated', (marked) => {
    const text = encodeURIComponent(plain(marked));
    for (const link of [
      `#v=1&kafka.brokers=${text}`,
      `#v=1&kafka.brokers=b%3A9092&kafka.brokers=${text}`,
      `#v=1&${text}=1`,
      `#v=1&preset=${text}`,
      `#v=${text}`,
      `#v=1&api.autoscaling.minReplicas=${text}`,
    ]) {
      const { raw, notices } = openLink(catalog, link);
      expect(JSON.stringify({ raw, notices }), link).not.toContain(secretOf(marked));
      expect(notices.map(({ message }) => message).join(' ')).toContain('Secret');
    }
  });
});
