import type { Diagnosis, TextRule } from '@/lib/domain/declare';

/** What a paste leaves behind, in any text. */
const pasted: readonly Diagnosis[] = [
  [/[\r\n\u0085\u2028\u2029]/, 'It holds a line break.'],
  [
    /[\u00A0\u00AD\u2007\u200B-\u200F\u202F\u2060\uFEFF]/,
    'It holds a character that cannot be seen. Type it again instead of pasting it.',
  ],
  [/^["'`“”‘’].*["'`“”‘’]$/, 'Leave out the quotes around it.'],
  [/^\s|\s$/, 'There is a space at one of its ends.'],
];

/** Of every list of hosts, with or without a scheme before it. */
const listed: readonly Diagnosis[] = [
  [/[;|]/, 'Separate the hosts with commas.'],
  [/\s/, 'There is a space in it: put none around the commas.'],
  [/^,|,,|,\/?$/, 'There is a comma too many: one stands between two hosts, none at an end.'],
  [
    /(?:^|,|\/\/)(?:[0-9a-f]*:){2,}[0-9a-f.]*(?:,|\/?$)/i,
    'An IPv6 address stands in brackets, as in [2001:db8::1].',
  ],
  [
    /:(0\d*|\d{6,}|6553[6-9]|655[4-9]\d|65[6-9]\d{2}|6[6-9]\d{3}|[7-9]\d{4})(?:,|\/?$)/,
    'A port is a number from 1 to 65535.',
  ],
  [/[^\0-\x7F]/, 'A host has only letters from a to z, digits, dots and dashes.'],
];

const ofHosts: readonly Diagnosis[] = [
  ...pasted,
  [/\$\{|\$\(|\{\{/, 'Nothing fills in a placeholder here: enter the hosts themselves.'],
  [/^([a-z][a-z0-9._-]{0,40}\s?=)/i, 'Leave out the name … before the hosts.'],
  // `PLAINTEXT://b1:9092`, `cql://node`.
  [/(?:^|[,\s])([a-z][a-z0-9+._-]{0,20}:\/\/)/i, 'Leave out the scheme ….'],
  ...listed,
  [/\//, 'Leave out the path: only hosts and ports belong here.'],
];

/** Of the name of a stream, a table or a keyspace. */
const ofName: readonly Diagnosis[] = [
  ...pasted,
  [/^arn:[^/]*\/([a-zA-Z0-9_.-]{1,255})/i, 'This is an ARN. Enter only the name in it, ….'],
  [/^arn:/i, 'This is an ARN. Enter only the name in it.'],
  [/\s/, 'There is a space in it.'],
];

// No lookaround: Go's regexp, which Helm checks JSON Schemas with, has none.
const HOST = String.raw`(?:[a-zA-Z0-9_][a-zA-Z0-9_.-]*|\[[0-9a-fA-F:.]+\])`;
const PORT =
  '(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])';

const listOf = (item: string) => new RegExp(`^${item}(?:,${item})*$`);

const LIST_MAX = 1024;

/** `broker-1:9092,broker-2:9092` */
export const hostPortList: TextRule = {
  pattern: listOf(`${HOST}:${PORT}`),
  maxLength: LIST_MAX,
  wants: 'host:port pairs with commas between them and no spaces',
  diagnoses: [
    ...ofHosts,
    [/(?:^|,)([a-z0-9_.-]{1,60}|\[[0-9a-f:.]{1,60}\]):?(?:,|$)/i, 'The host … has no port.'],
  ],
};

/** `node-1,node-2:9042` */
export const hostList: TextRule = {
  pattern: listOf(`${HOST}(?::${PORT})?`),
  maxLength: LIST_MAX,
  wants: 'hosts, each with or without a port, with commas between them and no spaces',
  diagnoses: ofHosts,
};

/** `pulsar://broker:6650`, several brokers allowed, no path and no user. */
export const pulsarUrl: TextRule = {
  pattern: new RegExp(
    String.raw`^pulsar(?:\+ssl)?://${HOST}(?::${PORT})?(?:,${HOST}(?::${PORT})?)*/?$`,
  ),
  maxLength: LIST_MAX,
  // Split at its commas, only the first part has the scheme.
  listItem: new RegExp(String.raw`^(?:pulsar(?:\+ssl)?://)?${HOST}(?::${PORT})?/?$`),
  wants: 'a URL that starts with pulsar:// or pulsar+ssl://',
  diagnoses: [
    ...pasted,
    [/,\s*pulsar/i, 'The scheme stands once, before the first broker.'],
    [/^(?!pulsar(?:\+ssl)?:\/\/)([a-z][a-z0-9+._-]{0,20}:\/\/)/i, 'The scheme … is not Pulsar’s.'],
    [/^(?!pulsar(?:\+ssl)?:\/\/)/, 'It does not begin with the scheme and its ://.'],
    [/^pulsar(?:\+ssl)?:\/\/[^?#/]*(\/?[?#]|\/[^?#])/, 'Leave out what stands after the brokers.'],
    ...listed,
  ],
};

/** AWS: Kinesis CreateStream. */
export const kinesisName: TextRule = {
  pattern: /^[a-zA-Z0-9_.-]{1,128}$/,
  maxLength: 128,
  wants: 'a stream name of 1 to 128 letters, digits, dots, dashes and underscores',
  diagnoses: ofName,
};

/** AWS: DynamoDB CreateTable. */
export const dynamodbName: TextRule = {
  pattern: /^[a-zA-Z0-9_.-]{3,255}$/,
  maxLength: 255,
  wants: 'a table name of 3 to 255 letters, digits, dots, dashes and underscores',
  diagnoses: ofName,
};

/** Cassandra: CREATE KEYSPACE. */
export const cqlKeyspace: TextRule = {
  pattern: /^[a-zA-Z][a-zA-Z0-9_]{0,47}$/,
  maxLength: 48,
  wants: 'a keyspace name of 1 to 48 letters, digits and underscores that starts with a letter',
  diagnoses: [...ofName, [/-/, 'A keyspace has no dashes.']],
};

/** Kubernetes: a label's name, and its value where it is not blank. */
const LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9_.-]{0,61}[a-zA-Z0-9])?';
const DNS_LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';

/** `app=kaireon,app.kubernetes.io/component=api`, as kubectl's -l takes it. */
export const labelList: TextRule = {
  pattern: listOf(String.raw`(?:${DNS_LABEL}(?:\.${DNS_LABEL})*/)?${LABEL}=(?:${LABEL})?`),
  maxLength: LIST_MAX,
  wants: 'labels as key=value with commas between them and no spaces',
};

// The replacement character (U+FFFD) is refused too: a link that holds it looks like a damaged link.
const UNPRINTABLE = '\\p{C}\uFFFD';

/** Any printable text: whoever sets up a data centre chooses its name. */
export const plainText: TextRule = {
  pattern: new RegExp(
    String.raw`^[^\s${UNPRINTABLE}](?:[^${UNPRINTABLE}\p{Zl}\p{Zp}]*[^\s${UNPRINTABLE}])?$`,
    'u',
  ),
  maxLength: 100,
  wants: 'up to 100 printable characters, with no space at either end',
  diagnoses: pasted,
};

/** The AWS region of a stream or a table, in any partition. */
export const awsRegion = {
  shows: { in: 'configuration' },
  label: 'Region',
  source: 'convention of the AWS SDK',
  pattern: /^[a-z]{2,4}(?:-[a-z]+)+-[0-9]{1,2}$/,
  maxLength: 32,
  wants: 'an AWS region',
  diagnoses: [
    ...pasted,
    [/^arn:/i, 'This is an ARN. Enter only the region in it.'],
    [
      /^([a-z]{2,4}(?:-[a-z]+)+-[0-9]{1,2})[a-z]$/,
      'This is an availability zone. Its region is ….',
    ],
    [/^[A-Z]{2,4}(?:-[A-Z]+)+-\d+$/i, 'A region is in small letters.'],
    [/^[a-z]{2,4}(?:_[a-z]+)+_\d+$/i, 'A region has dashes, not underscores.'],
  ] satisfies Diagnosis[],
  example: 'eu-west-1',
} as const;
