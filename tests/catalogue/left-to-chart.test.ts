import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { runCommand } from '@/bin/command-line';
import { catalog } from '@/lib/catalog/registry';
import type { Answer } from '@/lib/domain/answer';
import { formatPath, isWithin } from '@/lib/domain/path';
import { leavesOf, type Mapping } from '@/lib/files/leaves';
import { openFile } from '@/lib/files/open-file';
import { askedWith } from '../support/choices';
import { fileOf, type Given, openLink, readingOf } from '../support/reading';

const rootOf = (key: string) => key.split('.')[0] ?? '';

/** What an answer has before it is left: something that is written. */
function writtenText({ key, shape, default: text }: Answer): string {
  if ('example' in shape) return shape.example;
  if (shape.type !== 'switch') return text;
  return key.startsWith('cron.schedules.') ? 'false' : 'true';
}

/** What is not written either once a switch or a choice is left: what serves it alone, and what its branch asks. */
const GOES_WITH: Readonly<Record<string, RegExp>> = {
  postgresExternalReplicas: /^postgres\.mode$/,
  'redis.cluster': /^redis\.mode$/,
  'stream.enabled': /^config\./,
  'eventbus.backend': /^(?:kafka\.|config\.EVENT_PUBLISHER$)/,
  'interactionStore.backend': /^(?:dynamodb\.|config\.INTERACTION_STORE$)/,
};

const make = async (...words: string[]) => {
  const { code, output, errors } = await runCommand(['make', ...words], '');
  expect([code, errors]).toEqual([0, '']);
  return String(output);
};
const leaves = (values: unknown) =>
  new Map(leavesOf(values as Mapping).map(({ path, value }) => [formatPath(path), value])); // our own file

test.each(catalog.answers.filter(({ writes }) => writes))(
  '$key left to the chart: link, file, report and command line agree',
  async (answer) => {
    const { key, writes } = answer;
    const path = writes ? writes.path : '';
    const base: Given = {
      'plan.apiPodLabels': 'app=api',
      ...askedWith(answer),
      [key]: writtenText(answer),
    };
    const given = { ...base, [key]: '' };
    const { link, faults } = readingOf(given);
    expect(faults).toEqual([]);

    // The link says so and gives the same answers, where they differ from blank.
    const isSaid = answer.default !== '';
    expect(`&${link}&`.includes(`&${key}=&`)).toBe(isSaid);
    const linked = openLink(catalog, link);
    expect(linked).toMatchObject({ raw: { [key]: '' }, notices: [] });

    // The file has all but that key and what serves it alone, and comes back as it was.
    const text = fileOf(given);
    const [all, rest] = [leaves(load(fileOf(base))), leaves(load(text))];
    const gone = [...all.keys()].filter((at) => !rest.has(at));
    expect(gone.some((at) => isWithin(at, path))).toBe(true);
    const isSwitch = catalog.options.some(
      ({ enabled, workload }) => workload && enabled?.key === key,
    );
    const goesWith = (at: string) =>
      GOES_WITH[key]?.test(at) || (isSwitch && isWithin(at, rootOf(key)));
    const others = gone.filter((at) => !isWithin(at, path) && !goesWith(at));
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
