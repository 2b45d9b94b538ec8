import fc from 'fast-check';
import { catalog } from '@/lib/catalog/registry';
import { anyText } from '../support/text';

const KEYS = [
  ...catalog.answers.map(({ key }) => key),
  ...catalog.keys.map(({ path }) => path),
  ...['v', 'preset', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '', '_rsc', 'nxtPa'],
];

/** What has made parsers of numbers, texts and queries stumble. */
const VALUES = [
  ...['', '1', '0', '-1', '1e999', '-1e999', 'NaN', 'Infinity', '0x10', '1e2', '6.0', ' 6', '+6'],
  ...['9007199254740993', '9'.repeat(400), `1${'0'.repeat(4000)}`, '0.1', '.5', '5.', '1_000', '٣'],
  ...['true', 'false', 'null', 'undefined', '[]', '{}', '__proto__', 'constructor', '4GB', '4Gi'],
  ...['a:1,b:2', 'user:password@host:1', 'x\ny', 'x\r\nSet-Cookie: a=b', 'x\0y', '\ud800'],
  ...[
    '\udc00',
    '%',
    '%25',
    '&',
    '=',
    '#',
    '?',
    '../../etc/passwd',
    '<script>',
    "'; DROP TABLE a",
    '{{7*7}}',
  ],
  ...['kinesis', 'pulsar', 'scylla', 'pg', 'documented-large', 'everything-on', 'a'.repeat(2000)],
];

/** Percent-encoded as it should be, not at all, or broken. */
const encode = (text: string, how: number) =>
  [encodeURIComponent, escape, String, (raw: string) => raw.replace(/./gu, '%$&')][how]?.(
    text.replace(/\p{Cs}/gu, how === 0 ? '\ufffd' : '$&'),
  ) ?? text;

const parameter = fc
  .record({
    key: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...KEYS) },
      { weight: 1, arbitrary: anyText },
    ),
    value: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...VALUES) },
      { weight: 1, arbitrary: anyText },
    ),
    how: fc.integer({ min: 0, max: 3 }),
    separator: fc.constantFrom('=', '=', '=', '=', '', '==', '%3D'),
  })
  .map(({ key, value, how, separator }) => encode(key, how) + separator + encode(value, how));

const parameters = (maxLength: number) =>
  fc.array(parameter, { maxLength }).map((all) => all.join('&'));

/** Queries of every kind of trouble: from none to thousands of parameters, right ones among them. */
const hostileQuery: fc.Arbitrary<string> = fc.oneof(
  { weight: 10, arbitrary: fc.oneof(parameters(5), parameters(40)) },
  { weight: 2, arbitrary: anyText },
  // One thing again and again, around and above what is read at most.
  fc
    .tuple(
      fc.oneof(parameter, fc.constantFrom('a', ':', '%', '&', '@', '%2', '%00', '[', '\n')),
      fc.nat(9000),
    )
    .map(([piece, length]) => `${piece}&`.repeat(length / (piece.length + 1))),
);

interface HostileRequest {
  readonly query: string;
  readonly ifNoneMatch: string | undefined;
}

export const hostileRequest: fc.Arbitrary<HostileRequest> = fc.record({
  query: hostileQuery,
  ifNoneMatch: fc.constantFrom(undefined, undefined, '*', '"a"', 'W/"', '"'.repeat(999)),
});

/** So many requests, for the same seed always the same ones. */
export const hostileRequests = (count: number, seed: number): HostileRequest[] =>
  fc.sample(hostileRequest, { numRuns: count, seed });
