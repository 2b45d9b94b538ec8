import {
  ofHosts,
  ofHostsWithPorts,
  ofKeyspace,
  ofName,
  ofPulsarUrl,
  ofRegion,
  pasted,
} from './text-diagnoses';

// No lookaround: Go's regexp, which Helm checks JSON Schemas with, has none.
const HOST = String.raw`(?:[a-zA-Z0-9_][a-zA-Z0-9_.-]*|\[[0-9a-fA-F:.]+\])`;
const PORT =
  '(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])';

const listOf = (item: string) => new RegExp(`^${item}(?:,${item})*$`);

const LIST_MAX = 1024;

/** `broker-1:9092,broker-2:9092` */
export const hostPortList = {
  pattern: listOf(`${HOST}:${PORT}`),
  maxLength: LIST_MAX,
  wants: 'host:port pairs with commas between them and no spaces',
  diagnoses: ofHostsWithPorts,
};

/** `node-1,node-2:9042` */
export const hostList = {
  pattern: listOf(`${HOST}(?::${PORT})?`),
  maxLength: LIST_MAX,
  wants: 'hosts, each with or without a port, with commas between them and no spaces',
  diagnoses: ofHosts,
};

/** `pulsar://broker:6650`, several brokers allowed, no path and no user. */
export const pulsarUrl = {
  pattern: new RegExp(
    String.raw`^pulsar(?:\+ssl)?://${HOST}(?::${PORT})?(?:,${HOST}(?::${PORT})?)*/?$`,
  ),
  maxLength: LIST_MAX,
  // Split at its commas, only the first part has the scheme.
  listItem: new RegExp(String.raw`^(?:pulsar(?:\+ssl)?://)?${HOST}(?::${PORT})?/?$`),
  wants: 'a URL that starts with pulsar:// or pulsar+ssl://',
  diagnoses: ofPulsarUrl,
};

/** AWS: Kinesis CreateStream. */
export const kinesisName = {
  pattern: /^[a-zA-Z0-9_.-]{1,128}$/,
  maxLength: 128,
  wants: 'a stream name of 1 to 128 letters, digits, dots, dashes and underscores',
  diagnoses: ofName,
};

/** AWS: DynamoDB CreateTable. */
export const dynamodbName = {
  pattern: /^[a-zA-Z0-9_.-]{3,255}$/,
  maxLength: 255,
  wants: 'a table name of 3 to 255 letters, digits, dots, dashes and underscores',
  diagnoses: ofName,
};

/** Cassandra: CREATE KEYSPACE. */
export const cqlKeyspace = {
  pattern: /^[a-zA-Z][a-zA-Z0-9_]{0,47}$/,
  maxLength: 48,
  wants: 'a keyspace name of 1 to 48 letters, digits and underscores that starts with a letter',
  diagnoses: ofKeyspace,
};

// The replacement character (U+FFFD) is refused too: a link that holds it looks like a damaged link.
const UNPRINTABLE = '\\p{C}\uFFFD';

/** Kubernetes: a label's name, and its value where it is not blank. */
const LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9_.-]{0,61}[a-zA-Z0-9])?';
const DNS_LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';

/** `app=kaireon,app.kubernetes.io/component=api`, as kubectl's -l takes it. */
export const podLabels = {
  pattern: listOf(String.raw`(?:${DNS_LABEL}(?:\.${DNS_LABEL})*/)?${LABEL}=(?:${LABEL})?`),
  maxLength: LIST_MAX,
  wants: 'labels as key=value with commas between them and no spaces',
};

/** Any printable text: whoever sets up a data centre chooses its name. */
export const plainText = {
  pattern: new RegExp(
    String.raw`^[^\s${UNPRINTABLE}](?:[^${UNPRINTABLE}\p{Zl}\p{Zp}]*[^\s${UNPRINTABLE}])?$`,
    'u',
  ),
  maxLength: 100,
  wants: 'up to 100 printable characters, with no space at either end',
  diagnoses: pasted,
};

/** An AWS region, of any partition. */
export const awsRegion = {
  pattern: /^[a-z]{2,4}(?:-[a-z]+)+-[0-9]{1,2}$/,
  maxLength: 32,
  wants: 'an AWS region',
  diagnoses: ofRegion,
  example: 'eu-west-1',
  suggestions:
    'us-east-1 us-east-2 us-west-2 ca-central-1 eu-central-1 eu-west-1 eu-west-2 eu-west-3 eu-north-1 ap-northeast-1 ap-south-1 ap-southeast-1 ap-southeast-2 sa-east-1'.split(
      ' ',
    ),
};
