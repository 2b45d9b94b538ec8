import fc from 'fast-check';
import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { askedKeys, askedNames } from '@/lib/proof/asked-keys';
import { probeOverlay } from '@/lib/proof/probe';
import { prove } from '@/lib/proof/prove';
import { readManifests } from '@/lib/proof/read-manifests';
import { RENDER_STATES } from '@/lib/proof/states';
import { takeFile } from '@/lib/proof/take-file';
import { readAnswers } from '@/lib/reading/reading';
import { RENDER } from '../proof/manifests';
import { readingOf } from '../support/reading';
import { seededRandom } from '../support/seeded-random';
import { spoiled } from '../support/spoiled-files';

/** `npm run fuzz` asks for 100,000 of each: a proof takes some milliseconds, so a fifth of them has to do. */
const RUNS = Math.min(Number(process.env.FUZZ_RUNS ?? 200), 20_000);
const SEED = Number(process.env.FUZZ_SEED ?? 1);
const AN_HOUR = 3_600_000;

const reading = readingOf();
const keys = askedKeys(catalog, reading);
const names = askedNames(catalog);
const asConfig = `---\nkind: ConfigMap\nmetadata: { name: all }\ndata:\n${probeOverlay(catalog, reading).replace(/^/gm, '  ')}\n`;
const TEXTS = [RENDER, RENDER + asConfig, JSON.stringify({ kind: 'List', items: [{}] }), asConfig];

it(
  `spoiled manifests: a verdict for each key, never a throw: ${RUNS} cases, seed ${SEED}`,
  () =>
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...TEXTS), (seed, text) => {
        const random = seededRandom(seed);
        const read = () => readManifests(spoiled(text, random), names);
        const [before, after, traced] = [read(), read(), read()];
        const proof = prove(catalog, reading, { before, after, traced });
        const states = Object.values(proof.keys).map(({ state }) => state);
        expect(states.length).toBe(keys.length);
        expect(RENDER_STATES).toEqual(expect.arrayContaining(states));
        takeFile(catalog, reading, 'any.yaml', spoiled(text, random));
        readAnswers(catalog, reading.raw, { evidence: proof.limits });
      }),
      { numRuns: RUNS, seed: SEED },
    ),
  AN_HOUR,
);
