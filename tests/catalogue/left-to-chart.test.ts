import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { runCommand } from '@/bin/command-line';
import { catalog } from '@/lib/catalog/catalog';
import { formatPath, isWithin } from '@/lib/domain/path';
import { leavesOf, type Mapping } from '@/lib/files/leaves';
import { openFile } from '@/lib/files/open-file';
import { openLink } from '@/lib/link/link';
import { fileOf, type Given, readingOf } from '../support/reading';

/** What must be chosen so that an answer is asked, by the root of its key. */
const ASKED_WITH: Readonly<Record<string, Given>> = {
  cron: Object.fromEntries(
    catalog.answers.flatMap(({ key }) =>
      key.startsWith('cron.schedules.') ? [[key, 'false']] : [],
    ),
  ),
  stream: { 'stream.enabled': 'true' },
  mcp: { 'mcp.dedicated': 'true' },
  kinesis: {
    'eventbus.backend': 'kinesis',
    'kinesis.streamName': 's',
    'kinesis.region': 'eu-west-1',
  },
  pulsar: { 'eventbus.backend': 'pulsar', 'pulsar.serviceUrl': 'pulsar://p:6650' },
  kafka: { 'kafka.brokers': 'b:9092' },
  dynamodb: { 'dynamodb.tableName': 'abc', 'dynamodb.region': 'eu-west-1' },
  ...Object.fromEntries(
    ['scylla', 'cassandra'].map((store) => [
      store,
      {
        'interactionStore.backend': store,
        [`${store}.contactPoints`]: 'a,b',
        [`${store}.localDataCenter`]: 'dc1',
        [`${store}.keyspace`]: 'k',
      },
    ]),
  ),
};

/** What is not written either once a switch or a choice is left: what serves it alone, and what its branch asks. */
const GOES_WITH: Readonly<Record<string, RegExp>> = {
  postgresExternalReplicas: /^postgres\.mode$/,
  'redis.cluster': /^redis\.mode$/,
  'stream.enabled': /^(?:stream|config)\./,
  'mcp.dedicated': /^mcp\./,
  'eventbus.backend': /^(?:kafka\.|config\.EVENT_PUBLISHER$)/,
  'interactionStore.backend': /^(?:dynamodb\.|config\.INTERACTION_STORE$)/,
};

const make = async (...words: string[]) => {
  const world = { version: '', exists: () => false, read: () => new Uint8Array() };
  const { code, output, errors } = await runCommand(['make', ...words], world);
  expect([code, errors]).toEqual([0, '']);
  return String(output);
};
const leaves = (values: unknown) =>
  new Map(leavesOf(values as Mapping).map(({ path, value }) => [formatPath(path), value])); // our own file

const written = catalog.answers.flatMap(({ key, writes }) => (writes ? [[key, writes.path]] : []));

test.each(written)(
  '%s left to the chart: link, file, report and command line agree',
  async (key, path) => {
    const base: Given = {
      'plan.apiPodLabels': 'app=api',
      ...ASKED_WITH[key.split('.')[0] ?? ''],
    };
    const given = { ...base, [key]: '' };
    const { link, faults } = readingOf(given);
    expect(faults).toEqual([]);

    // The link says so and gives the same answers, where they differ from blank.
    const isSaid = catalog.answer.get(key)?.default !== '';
    expect(`&${link}&`.includes(`&${key}=&`)).toBe(isSaid);
    const linked = openLink(catalog, link);
    expect(linked).toMatchObject({ raw: { [key]: '' }, notices: [] });

    // The file has all but that key and what serves it alone, and comes back as it was.
    const text = fileOf(given);
    const [all, rest] = [leaves(load(fileOf(base))), leaves(load(text))];
    const gone = [...all.keys()].filter((at) => !rest.has(at));
    expect(gone.some((at) => isWithin(at, path))).toBe(true);
    const others = gone.filter((at) => !isWithin(at, path) && !GOES_WITH[key]?.test(at));
    expect(others).toEqual([]);
    for (const [at, value] of rest) expect(all.get(at), at).toEqual(value);
    expect(openFile(catalog, text)).toMatchObject({
      raw: linked.raw,
      carried: [],
      conflicts: [],
      added: [],
    });

    // The command line makes that file, and the report of it.
    expect(await make(link)).toBe(text);
    const report = JSON.parse(await make(link, '--output', 'report'));
    expect(report.answers[key]).toBe(isSaid ? '' : undefined);
    expect(report.link).toBe(link === '' ? '' : `#${link}`);
    expect(leaves(report.values)).toEqual(rest);
    expect(Object.keys(report.keys).some((at) => isWithin(at, path))).toBe(false);
  },
);
