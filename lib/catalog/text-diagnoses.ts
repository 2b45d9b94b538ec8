import type { Diagnosis } from '@/lib/domain/diagnosis';

/** What a paste leaves behind, in any text. */
export const pasted: readonly Diagnosis[] = [
  { when: /[\r\n\u0085\u2028\u2029]/, message: 'It holds a line break.' },
  {
    when: /[\u00A0\u2007\u202F]/,
    message: 'It holds a no-break space, which looks like a space and is none.',
  },
  {
    when: /[\u00AD\u200B-\u200F\u2060\uFEFF]/,
    message: 'It holds a character that cannot be seen. Type it again instead of pasting it.',
  },
  { when: /^["'`“”‘’].*["'`“”‘’]$/, message: 'Leave out the quotes around it.' },
  { when: /^\s|\s$/, message: 'There is a space at one of its ends.' },
];

/** What another program would fill in, or the name that stands before the value in its file. */
const elsewhere: readonly Diagnosis[] = [
  {
    when: /\$\{|\$\(|\{\{/,
    message: 'Nothing fills in a placeholder here: enter the hosts themselves.',
  },
  {
    when: /^([a-z][a-z0-9._-]{0,40}\s?=)/i,
    message: (found) => `Leave out the name ${found} before the hosts.`,
  },
];

/** Shared by all lists of hosts, after what is said of schemes. */
const listed: readonly Diagnosis[] = [
  { when: /[;|]/, message: 'Separate the hosts with commas.' },
  { when: /\s/, message: 'There is a space in it: put none around the commas.' },
  {
    when: /^,|,,|,\/?$/,
    message: 'There is a comma too many: one stands between two hosts, none at an end.',
  },
  {
    when: /(?:^|,|\/\/)(?:[0-9a-f]*:){2,}[0-9a-f.]*(?:,|\/?$)/i,
    message: 'An IPv6 address stands in brackets, as in [2001:db8::1].',
  },
  {
    when: /:(0\d*|\d{6,}|6553[6-9]|655[4-9]\d|65[6-9]\d{2}|6[6-9]\d{3}|[7-9]\d{4})(?:,|\/?$)/,
    message: 'A port is a number from 1 to 65535.',
  },
  { when: /[^:,/\s]:(?:,|\/?$)/, message: 'There is no port behind the colon.' },
  { when: /[^\0-\x7F]/, message: 'A host has only letters from a to z, digits, dots and dashes.' },
];

/** `PLAINTEXT://b1:9092`, `cql://node`, `http://node`: a scheme where only hosts belong. */
const scheme: Diagnosis = {
  when: /(?:^|[,\s])([a-z][a-z0-9+._-]{0,20}:\/\/)/i,
  message: (found) => `Leave out the scheme ${found}.`,
};

const path: Diagnosis = {
  when: /\//,
  message: 'Leave out the path: only hosts and ports belong here.',
};

export const ofHosts: readonly Diagnosis[] = [...pasted, ...elsewhere, scheme, ...listed, path];

export const ofHostsWithPorts: readonly Diagnosis[] = [
  ...ofHosts,
  { when: /(?:^|,):\d/, message: 'There is no host before a port.' },
  {
    when: /(?:^|,)([a-z0-9_.-]{1,60}|\[[0-9a-f:.]{1,60}\])(?:,|$)/i,
    message: (found) => `The host ${found} has no port.`,
  },
];

export const ofPulsarUrl: readonly Diagnosis[] = [
  ...pasted,
  { when: /,\s*pulsar/i, message: 'The scheme stands once, before the first broker.' },
  {
    when: /^(?:pulsar\+(?:tls|https)|pulsars):\/\//i,
    message: 'The scheme with TLS is pulsar+ssl://.',
  },
  {
    when: /^(?!pulsar(?:\+ssl)?:)[Pp][Uu][Ll][Ss][Aa][Rr](?:\+[Ss]{2}[Ll])?:\/\//,
    message: 'The scheme is in small letters.',
  },
  {
    when: /^(?!pulsar(?:\+ssl)?:\/\/)([a-z][a-z0-9+._-]{0,20}:\/\/)/i,
    message: (found) => `The scheme ${found} is not Pulsar’s.`,
  },
  { when: /^(?!pulsar(?:\+ssl)?:\/\/)/, message: 'It does not begin with the scheme and its ://.' },
  {
    when: /^pulsar(?:\+ssl)?:\/\/[^?#/]*\/?[?#]/,
    message: 'Leave out what stands behind the brokers.',
  },
  {
    when: /^pulsar(?:\+ssl)?:\/\/[^/]*(\/[A-Za-z0-9_./-]{1,60})$/,
    message: (found) => `Leave out the path ${found}.`,
  },
  ...listed,
];

const arn: Diagnosis = {
  when: /^arn:[^/]*(?:\/([a-zA-Z0-9_.-]{1,255}))?/i,
  message: (found) =>
    found.startsWith('arn:')
      ? 'This is an ARN. Enter only the name in it.'
      : `This is an ARN. Enter only the name in it, ${found}.`,
};

/** Names of streams, tables and keyspaces. */
export const ofName: readonly Diagnosis[] = [
  ...pasted,
  arn,
  { when: /\s/, message: 'There is a space in it.' },
];

export const ofKeyspace: readonly Diagnosis[] = [
  ...ofName,
  { when: /-/, message: 'A keyspace has no dashes.' },
];

export const ofRegion: readonly Diagnosis[] = [
  ...pasted,
  { when: /^arn:/i, message: 'This is an ARN. Enter only the region in it.' },
  {
    when: /^([a-z]{2,4}(?:-[a-z]+)+-[0-9]{1,2})[a-z]$/,
    message: (found) => `This is an availability zone. Its region is ${found}.`,
  },
  { when: /^[A-Z]{2,4}(?:-[A-Z]+)+-\d+$/i, message: 'A region is in small letters.' },
  { when: /^[a-z]{2,4}(?:_[a-z]+)+_\d+$/i, message: 'A region has dashes, not underscores.' },
];
