import fc from 'fast-check';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { formatPath } from '@/lib/domain/path';
import { baselineOfFile, compare } from '@/lib/files/compare';
import { leavesOf } from '@/lib/files/leaves';
import { openFile } from '@/lib/files/open-file';
import { readYaml } from '@/lib/files/read-yaml';
import { readPasted } from '@/lib/link/pasted';
import { routes } from '@/lib/outputs/registry';
import { textOf } from '@/lib/overlay/overlay';
import { askedKeys, askedNames } from '@/lib/proof/asked-keys';
import { chartKeys, listingOf } from '@/lib/proof/listing/listing';
import { suggestionsIn } from '@/lib/proof/listing/suggestions';
import { matchRenders } from '@/lib/proof/matched-renders';
import { probeOverlay } from '@/lib/proof/probe';
import { prove } from '@/lib/proof/prove';
import { readManifests } from '@/lib/proof/read-manifests';
import { RENDER_STATES } from '@/lib/proof/states';
import { takeFile } from '@/lib/proof/take-file';
import { readAnswers } from '@/lib/reading/reading';
import { respond } from '@/server/respond';
import { hostileRequest } from '../http/hostile-queries';
import { RENDER } from '../proof/manifests';
import { anyAnswers } from '../support/answers';
import { fileOf, given, openAddress, openLink, readQuery } from '../support/reading';
import { SEED, seededRandom } from '../support/seeded-random';
import { spoiled } from '../support/spoiled-files';
import { anyText } from '../support/text';

/** `npm run fuzz` asks for 100,000 of each, with another seed each time. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 200);
const HOURS = 3_600_000;

function fuzz<T>(
  name: string,
  cases: fc.Arbitrary<T>,
  law: (one: T) => void | Promise<void>,
  numRuns = RUNS,
): void {
  const run = () =>
    fc.assert(
      fc.asyncProperty(cases, async (one) => law(one)),
      { numRuns },
    );
  it(`${name}: ${numRuns} cases, seed ${SEED}`, run, 2 * HOURS);
}

const keys = catalog.answers.map(({ key }) => key);
const parameter = fc
  .tuple(fc.oneof(fc.constantFrom('v', 'preset', ...keys), anyText), anyText)
  .map((pair) => String(new URLSearchParams([pair])));
const damaged = fc
  .tuple(fc.array(parameter, { maxLength: 8 }), anyText, fc.nat(200))
  .map(([all, garbage, at]) => {
    const whole = `#v=1&${all.join('&')}`;
    return whole.slice(0, at) + garbage + whole.slice(at);
  });

const anyLink = fc.oneof(damaged, anyText);

fuzz('link codec, any text: it opens, and what is left is sound by itself', anyLink, (text) => {
  const { raw, notices } = openLink(catalog, text);
  if (Object.keys(raw).length !== keys.length) expect.fail('an answer is missing');
  for (const words of notices.flatMap(({ key, message }) => [key, message]))
    expect(words).toMatch(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]{1,700}$/u);
  const again = openLink(catalog, readAnswers(catalog, raw).link);
  if (again.notices.length > 0) expect.fail('it took what it does not understand');
});

fuzz(
  'page and routes: a query is refused where the page gives a notice or shows a fault, and nowhere else',
  hostileRequest,
  ({ query }) => {
    const { raw, userFiles, notices } = openAddress(catalog, { query, fragment: '' });
    const { faults } = readAnswers(catalog, raw, userFiles);
    const isRefused = 'errors' in readQuery(catalog, query);
    if (/^[?#]/.test(query)) return; // the page drops a leading ?, a route refuses it
    if (isRefused !== notices.length + faults.length > 0) expect.fail(`not the same: ${query}`);
  },
);

fuzz('a pasted text, damaged or any: it is a link or nothing', anyLink, (text) => {
  const pasted = readPasted(catalog, text);
  if ('raw' in pasted) expect(Object.keys(pasted.raw).length).toBe(keys.length);
  else expect(pasted.message).toMatch(/^[A-Z].*\.$/);
});

const names = routes.map(({ file }) => file.name);
fuzz(
  'query routes: a file or every fault, never a throw',
  fc.tuple(hostileRequest, fc.constantFrom(...names.filter((name) => !name.endsWith('.zip')))),
  async ([request, name]) => {
    const response = await respond(name, request.query, request.ifNoneMatch);
    const { status } = response;
    if (![200, 304, 414, 422].includes(status)) expect.fail(`status ${status}`);
    if (status !== 422) return;
    const body = await response.text();
    const { errors } = JSON.parse(body) as { errors: unknown[] };
    if (errors.length === 0) expect.fail('a refusal without a reason');
    const different = new Set(errors.map((error) => JSON.stringify(error)));
    if (different.size !== errors.length) expect.fail(`a fault twice: ${body}`);
  },
);

fuzz('emitter, any answers: a file that both YAMLs read', anyAnswers(catalog), (raw) => {
  const text = textOf(readAnswers(catalog, raw).lines);
  expect(load(text)).toEqual(load(text, { schema: YAML11_SCHEMA }));
});

const FILES = [
  fileOf(),
  fileOf(given('eventbus.backend=pulsar&interactionStore.backend=scylla&scylla.contactPoints=a,b')),
  'x: &x {a: 1, b: [1, 2]}\napi:\n  <<: *x\n  hpa: {on: yes}\ntiers: [a, {b: c}]\nkafka:\n  brokers: [a:1]\n',
];
const spoiledFile = fc
  .tuple(fc.constantFrom(...FILES), fc.integer())
  .map(([file, seed]) => spoiled(file, seededRandom(seed)));
const present = readAnswers(catalog, openLink(catalog, '').raw);

it('about as many spoiled files can be read as cannot', () => {
  const read = fc.sample(spoiledFile, 300).filter((text) => 'values' in readYaml(text)).length;
  expect(read).toBeGreaterThan(75);
  expect(read).toBeLessThan(225);
});

fuzz(
  'opener, a spoiled file: every leaf is reported once, or the file is refused in a sentence',
  spoiledFile,
  (text) => {
    const values = readYaml(text);
    const file = openFile(catalog, text);
    if ('fault' in values || 'fault' in file) {
      expect('fault' in file && file.fault.message).toMatch(/^[A-Z].*\.$/s);
      return;
    }
    const reported = [file.understood, file.carried, file.leftOut, file.conflicts].flat();
    const leaves = leavesOf(values.values).map(({ path }) => formatPath(path));
    expect(reported.map(({ path }) => path).sort()).toEqual(leaves.sort());

    const listing = listingOf([values.values]);
    suggestionsIn(catalog, listing);
    const userFiles = { ...file.userFiles, chart: chartKeys(catalog, listing) };
    const written = textOf(readAnswers(catalog, file.raw, userFiles).lines);
    const made = readYaml(written);
    if ('fault' in made) expect.fail(made.fault.message);
    const after = leavesOf(made.values).map(({ path, value }) => ({ path, value }));
    const carried = (file.userFiles.carried ?? []).map(({ path, value }) => ({ path, value }));
    expect(after).toEqual(expect.arrayContaining(carried));
    const baseline = baselineOfFile(catalog, text);
    if (!('fault' in baseline)) compare(catalog, baseline, present);
    expect(Object.keys(Object.prototype)).toEqual([]);
  },
);

const keysAsked = askedKeys(catalog, present);
const named = askedNames(catalog);
const asConfig = `---\nkind: ConfigMap\nmetadata: { name: all }\ndata:\n${probeOverlay(catalog, present).replace(/^/gm, '  ')}\n`;
const RENDERS = [RENDER, RENDER + asConfig, '{"kind": "List", "items": [{}]}', asConfig];

fuzz(
  'proof, spoiled manifests: a verdict for each key, never a throw',
  fc.tuple(fc.nat(), fc.constantFrom(...RENDERS)),
  ([seed, text]) => {
    const random = seededRandom(seed);
    const read = () => readManifests(spoiled(text, random), named);
    const [before, after, traced] = [read(), read(), read()];
    const proof = prove(catalog, present, {
      renders: matchRenders(catalog, { before, after, traced }),
    });
    const states = Object.values(proof.keys).map(({ state }) => state);
    expect(states.length).toBe(keysAsked.length);
    expect(RENDER_STATES).toEqual(expect.arrayContaining(states));
    takeFile(catalog, present, 'any.yaml', spoiled(text, random));
    readAnswers(catalog, present.raw, { evidence: proof.limits });
  },
  // A proof takes some milliseconds, so a fifth has to do.
  Math.ceil(RUNS / 5),
);
