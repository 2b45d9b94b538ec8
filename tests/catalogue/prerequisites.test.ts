import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { prerequisitesOf } from '@/lib/reading/prerequisites';
import { BRANCHES } from '../support/choices';
import { readingOf } from '../support/reading';

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

const PROGRAMS = new Set(Object.keys(FLAGS).map((name) => name.split(' ', 1)[0]));

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
const COMMANDS = [...ITEMS.keys()];

describe('every command', () => {
  it.each(['bash', 'dash', 'zsh'])('is read by %s', (shell) => {
    const found = spawnSync(shell, ['-c', ':']);
    if (found.error && shell !== 'bash') return; // only where it is installed
    const wrong = COMMANDS.filter(
      (command) => spawnSync(shell, ['-n', '-c', command]).status !== 0,
    );
    expect(wrong).toEqual([]);
  });

  it('names only flags that the tool’s reference has', () => {
    for (const command of COMMANDS) {
      for (const call of callsOf(command)) {
        const words = call.filter((word) => !word.startsWith('-'));
        // A tool that came after the table was written has no row in it.
        if (!PROGRAMS.has(words[0] ?? '')) continue;
        const tool = [3, 2, 1]
          .map((length) => words.slice(0, length).join(' '))
          .concat(`${words[0]} ${words.find((word) => /^(?:get|run|list)$/.test(word))}`)
          .concat(`${words[0]} namespaces list`)
          .find((name) => name in FLAGS);
        expect(tool, command).toBeDefined();
        const known = FLAGS[tool ?? '']?.split(' ') ?? [];
        const flags = call.filter((word) => /^-[-a-zA-Z]/.test(word));
        for (const flag of flags)
          expect(known, `${command}: ${flag}`).toContain(flag.split('=')[0]);
      }
    }
  });
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

/** The simple commands of a line, as words without their quotes; what stands within quotes is one word. */
function callsOf(command: string): string[][] {
  const words = command.match(/(?:'[^']*'|"(?:[^"\\]|\\.)*"|\\.|[^\s'"|&;])+|\|\||&&|[|;]/g) ?? [];
  const calls: string[][] = [[]];
  let isInPod = false;
  for (const word of words) {
    if (/^(?:\|\|?|&&|;)$/.test(word)) {
      calls.push([]);
      isInPod = false;
    } else if (word === '--') isInPod = true;
    else if (!isInPod) calls.at(-1)?.push(word);
  }
  return calls.filter((call) => call.length > 0);
}
