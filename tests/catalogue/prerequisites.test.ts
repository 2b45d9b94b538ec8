import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import type { Answer, Read } from '@/lib/domain/answer';
import { prerequisitesOf } from '@/lib/reading/prerequisites';
import type { Reading } from '@/lib/reading/reading';
import { BRANCHES } from '../support/choices';
import { readingOf } from '../support/reading';
import { temporaryFolder } from '../support/temporary-folder';

/**
 * The flags that each command has, typed from its own reference: the AWS CLI's service models (botocore 1.43), kubectl's
 * and Helm's generated references, Kafka's TopicCommand and BrokerApiVersionsCommand, and the manuals of the rest.
 */
const FLAGS: Readonly<Record<string, string>> = {
  'aws kinesis describe-stream-summary': '--stream-name --region --query --output',
  'aws dynamodb describe-table': '--table-name --region --query --output',
  'aws iam simulate-principal-policy':
    '--policy-source-arn --resource-arns --action-names --query --output',
  'aws rds describe-db-instances': '--db-instance-identifier --query --output',
  'aws rds describe-db-clusters': '--db-cluster-identifier --query --output',
  'aws kafka describe-cluster-v2': '--cluster-arn --query --output',
  'aws kafka get-bootstrap-brokers': '--cluster-arn --query --output',
  'aws events describe-event-bus': '--name --query --output',
  'aws events list-rules': '--event-bus-name --query --output',
  'aws keyspaces get-keyspace': '--keyspace-name --query --output',
  'kubectl get': '-n -l -o',
  'kubectl wait': '--for --timeout',
  'kubectl run': '-n --rm -i --restart --image',
  'kubectl describe': '',
  'kubectl version': '',
  'helm template': '-n -f --api-versions',
  'helm show values': '',
  'helm version': '--short',
  'kafka-topics.sh': '--bootstrap-server --describe --topic',
  'kafka-broker-api-versions.sh': '--bootstrap-server',
  'pulsar-admin namespaces list': '--admin-url',
  psql: '-Atc',
  'redis-cli': '-u',
  cqlsh: '-e --ssl',
  curl: '-fsS --netrc-optional -H',
  'k6 inspect': '',
  ls: '',
  grep: '-x -E -F -n -A -nE -xF -q',
  awk: '',
  sed: '',
  sort: '-u',
  tr: '',
};

/** Some programs with two words or three before their flags, the longest first. */
const TOOLS = Object.keys(FLAGS).sort((a, b) => b.length - a.length);

const NAMES = Object.fromEntries(
  catalog.answers.flatMap(({ key, shape }) =>
    shape.type === 'text' ? [[key, shape.example]] : [],
  ),
);
const ITEMS = new Map(
  [...BRANCHES, { 'plan.apiPodLabels': 'app=kaireon', 'plan.postgresMaxConnections': '800' }]
    .flatMap((given) => [given, { ...NAMES, ...given }])
    .flatMap((given) =>
      prerequisitesOf(catalog, readingOf(given)).map((item) => [item.verify, item] as const),
    ),
);

const folder = temporaryFolder();

beforeAll(() => {
  const first = [...ITEMS.keys()].map((command) => command.split(' ', 1)[0] ?? '');
  const others = TOOLS.map((tool) => tool.split(' ', 1)[0] ?? '');
  for (const tool of new Set([...first, ...others, 'nc', 'sh', 'pwned'])) {
    // Each stub writes its own name and arguments, NUL after each, and one more NUL: in one write, so that the two
    // ends of a pipe do not mix.
    const stub = `#!/bin/sh\nprintf '%s\\0' ${tool} "$@" '' >> "$CALLS"\n`;
    writeFileSync(path.join(folder, tool), stub, { mode: 0o755 });
  }
});

/** Runs a command with nothing but the stubs on its path and gives back what each of them was called with. */
function callsOf(command: string): string[][] {
  const calls = path.join(folder, 'calls.log');
  writeFileSync(calls, '');
  const variables = [...command.matchAll(/"\$([A-Z_]+)"/g)].map(([, name]) => [name, `<${name}>`]);
  execFileSync('/bin/bash', ['-c', `${command}\ntrue`], {
    env: { PATH: folder, CALLS: calls, NODE_ENV: 'test', ...Object.fromEntries(variables) },
    cwd: folder,
    stdio: 'ignore',
  });
  return readFileSync(calls, 'utf8')
    .split('\0\0')
    .filter((call) => call !== '')
    .map((call) => call.split('\0'));
}

// That every shell reads them is in lib/outputs/preflight/preflight-script.test.ts.
it('names only flags that the tool’s reference has', () => {
  for (const call of [...ITEMS.keys()].flatMap(callsOf)) {
    const [program = '', ...words] = call.join('\0').split('\0--\0', 1)[0]?.split('\0') ?? [];
    const named = [program, ...words.filter((word) => !word.startsWith('-'))];
    const tool = TOOLS.find((name) => name.split(' ').every((word) => named.includes(word)));
    // A tool that came after the table was written has no row in it.
    if (!TOOLS.some((name) => name.split(' ', 1)[0] === program)) continue;
    expect(tool, call.join(' ')).toBeDefined();
    const flags = words
      .filter((word) => /^-[-a-zA-Z]+/.test(word))
      .map((flag) => flag.split('=')[0]);
    expect(FLAGS[tool ?? '']?.split(' '), call.join(' ')).toEqual(expect.arrayContaining(flags));
  }
});

it('says of every item what a good answer looks like, and whether its exit code counts', () => {
  for (const { id, good, judgedBy, text, isByHand } of ITEMS.values()) {
    expect(good, id).toMatch(/^\S.*\S\.$/);
    expect(text, id).toMatch(/^\S.*\.$/);
    // A command that is not judged by its exit code is read by a person, which has to be worth it.
    if (isByHand) expect(judgedBy, id).toBe('exit code');
  }
  const people = [...ITEMS.values()].filter(({ judgedBy }) => judgedBy === 'person');
  expect(people.length).toBeLessThan(ITEMS.size / 3);
});

const hostile = [
  ...["a'b", '$(pwned)', '`pwned`', 'two words', '-pwned', '--pwned=x', "'; pwned; '", "''", '\\'],
  ...['"; pwned "', '&& pwned', '| pwned #', 'a\npwned\nb', '$HOME', '*', '~', '{a,b}'],
];

/** The reading with every text answer saying this, whatever its pattern would have said. */
function saying(text: string, real: Reading): Reading {
  // The cast is the point: a text where validation would have let none through.
  const read = (<V>(answer: Answer<V>) =>
    answer.shape.type === 'text' && real.isAsked(catalog.answerOf.get(answer.key) ?? answer)
      ? text
      : real.read(answer)) as Read;
  return { ...real, read };
}

/** What asks whether brokers can be reached. */
function reachCall(brokers: string): string[] {
  const items = prerequisitesOf(catalog, readingOf({ 'kafka.brokers': brokers }));
  return callsOf(items.find(({ id }) => id === 'kafka-reach')?.verify ?? '')[0] ?? [];
}

it.each(hostile)('the name %j reaches the tool as it is, and does nothing else', (text) => {
  const arrived = new Set<string>();
  const tried = new Set<string>();
  for (const given of BRANCHES) {
    const plain = prerequisitesOf(catalog, readingOf(given)).map(({ verify }) => verify);
    for (const { id, verify } of prerequisitesOf(catalog, saying(text, readingOf(given)))) {
      const command = `${id}: ${verify}`;
      if (plain.includes(verify) || tried.has(command)) continue;
      tried.add(command); // branches share commands
      const calls = callsOf(verify);
      expect(calls.flatMap(([tool]) => tool ?? [])).not.toContain('pwned');
      const words = calls.flat();
      // As a word of its own, after the `=` of its flag, as the text of a CQL statement, or in pieces where the
      // command takes a list of hosts apart.
      const ends = [`=${text}`, `'${text.replaceAll("'", "''")}'`];
      const whole = words.some((word) => word === text || ends.some((end) => word.endsWith(end)));
      const pieces = text.split(/[,:]/).every((piece) => words.includes(piece));
      expect(whole || pieces, `${id}: ${JSON.stringify(calls)}`).toBe(true);
      arrived.add(id);
    }
  }
  // Others may come, none may go.
  expect([...arrived]).toEqual(
    expect.arrayContaining([
      ...['api-pod-labels', 'dynamodb-table', 'kinesis-stream', 'pulsar-cluster'],
      ...['kafka-brokers', 'kafka-reach', 'kafka-topics'],
      ...['cassandra-data-centre', 'cassandra-keyspace', 'cassandra-reach'],
      ...['scylla-data-centre', 'scylla-keyspace', 'scylla-reach'],
    ]),
  );
});

it('a name that an operator chose is in some command, for every answer that holds one', () => {
  const seen = Object.entries(NAMES).filter(([key, name]) => {
    const [first = ''] = name.replace(/^pulsar:\/\//, '').split(/[,:]/);
    const filled = BRANCHES.map((given) => readingOf({ ...given, [key]: name }));
    const items = filled.flatMap((reading) => prerequisitesOf(catalog, reading));
    return items.some(({ verify }) => verify.includes(first));
  });
  expect(seen).toEqual(Object.entries(NAMES));
});

it('a comma list of hosts arrives host by host', () => {
  const call = reachCall('broker-1:9092,[2001:db8::1]:9093');
  expect(call.slice(0, 5)).toEqual('kubectl -n kaireon run preflight-kafka'.split(' '));
  expect(call.slice(-5)).toEqual(['sh', 'broker-1', '9092', '2001:db8::1', '9093']);
});

it('what runs inside a pod is read by a shell there, tries every address, and fails when one is closed', () => {
  const call = reachCall('open:1,closed:2,open:3');
  const inPod = call.slice(call.indexOf('--') + 1);
  const shell = inPod.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  const stub = 'nc() { [ "$4" = open ]; }; export -f nc;'; // nc -z -w 5 HOST PORT
  const run = spawnSync('/bin/bash', ['-c', `${stub} ${shell.replace(/^'sh'/, '/bin/bash')}`], {
    encoding: 'utf8',
  });
  expect(run.stdout).toBe('open 1 open\nclosed 2 closed\nopen 3 open\n');
  expect(run.status).toBe(1);
});
