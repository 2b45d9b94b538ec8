import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import type { Answer, Read } from '@/lib/domain/answer';
import { prerequisitesOf } from '@/lib/reading/prerequisites';
import type { Reading } from '@/lib/reading/reading';
import { BRANCHES } from '@/tests/support/choices';
import { readingOf } from '@/tests/support/reading';
import { temporaryFolder } from '@/tests/support/temporary-folder';

/** Tools that a command may call besides the one that it begins with, and one that none may. */
const TOOLS = 'kubectl helm grep awk nc sh pwned'.split(' ');

const folder = temporaryFolder();

beforeAll(() => {
  const first = BRANCHES.flatMap((given) =>
    prerequisitesOf(catalog, readingOf(given)).map(({ verify }) => verify.split(' ', 1)[0] ?? ''),
  );
  for (const tool of new Set([...TOOLS, ...first])) {
    const file = path.join(folder, tool);
    // Each stub writes its own name and arguments, NUL after each, and one more NUL: in one write, so that the two
    // ends of a pipe do not mix.
    const stub = `#!/bin/sh\nprintf '%s\\0' ${tool} "$@" '' >> "$CALLS"\n`;
    writeFileSync(file, stub, { mode: 0o755 });
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

const hostile = [
  ...["a'b", '$(pwned)', '`pwned`', 'two words', '-pwned', '--pwned=x', "'; pwned; '", "''", '\\'],
  ...['"; pwned "', '&& pwned', '| pwned #', 'a\npwned\nb', '$HOME', '*', '~', '{a,b}'],
];

/** The reading with every text answer saying this, whatever its pattern would have said. */
function saying(text: string, real: Reading): Reading {
  // The cast is the point: a text where validation would have let none through.
  const read = (<V>(answer: Answer<V>) =>
    answer.shape.type === 'text' && real.isActive(catalog.answer.get(answer.key) ?? answer)
      ? text
      : real.read(answer)) as Read;
  return { ...real, read };
}

/** What asks whether brokers can be reached. */
function reachCall(brokers: string): string[] {
  const items = prerequisitesOf(catalog, readingOf({ 'kafka.brokers': brokers }));
  return callsOf(items.find(({ id }) => id === 'kafka-reach')?.verify ?? '')[0] ?? [];
}

const named = catalog.answers.filter(({ shape }) => shape.type === 'text').map(({ key }) => key);

describe('an operator’s name', () => {
  it.each(hostile)('%j reaches the tool as it is, and does nothing else', (text) => {
    const arrived = new Set<string>();
    const tried = new Set<string>();
    for (const given of BRANCHES) {
      const plain = prerequisitesOf(catalog, readingOf(given)).map(({ verify }) => verify);
      for (const { id, verify } of prerequisitesOf(catalog, saying(text, readingOf(given)))) {
        const command = `${id}: ${verify}`;
        if (plain.includes(verify) || tried.has(command)) continue;
        tried.add(command); // branches share commands
        const calls = callsOf(verify);
        expect(
          calls.map(([tool]) => tool),
          id,
        ).not.toContain('pwned');
        const words = calls.flat();
        // As a word of its own, after the `=` of its flag, as the text of a CQL statement, or in pieces where the
        // command takes a list of hosts apart.
        const cql = `'${text.replaceAll("'", "''")}'`;
        const whole = words.some(
          (word) => word === text || word.endsWith(`=${text}`) || word.endsWith(cql),
        );
        const pieces = text.split(/[,:]/).every((piece) => words.some((word) => word === piece));
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

  it('is in some command, for every answer that holds one', () => {
    const seen = named.filter((key) =>
      BRANCHES.some((given) => {
        const example = catalog.answer.get(key)?.shape;
        const name = example?.type === 'text' ? example.example : '';
        const filled = prerequisitesOf(catalog, readingOf({ ...given, [key]: name }));
        const [first = ''] = name.replace(/^pulsar:\/\//, '').split(/[,:]/);
        return filled.some(({ verify }) => verify.includes(first) && first !== '');
      }),
    );
    expect(seen).toEqual(named);
  });

  it('with a comma list of hosts arrives host by host', () => {
    const call = reachCall('broker-1:9092,[2001:db8::1]:9093');
    expect(call.slice(0, 5)).toEqual('kubectl -n kaireon run preflight-kafka'.split(' '));
    expect(call.slice(-5)).toEqual(['sh', 'broker-1', '9092', '2001:db8::1', '9093']);
  });
});

describe('what runs inside a pod', () => {
  it('is read by a shell there, tries every address, and fails when one is closed', () => {
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
});
