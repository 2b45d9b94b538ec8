import { catalog } from '@/lib/catalog/catalog';
import type { Answer } from '@/lib/domain/answer';
import { firstFit } from '@/lib/domain/node-plan';
import { readYaml } from '@/lib/files/read-yaml';
import { openLink } from '@/lib/link/link';
import { topology } from '@/lib/outputs/topology/topology';
import { textOf } from '@/lib/overlay/overlay';
import { listingOf, suggestionsIn } from '@/lib/proof/listing/listing';
import { readAnswers } from '@/lib/reading/reading';
import { largeChart } from './large-files.mjs';

/** Raw text that differs from the default. A switch that is on stays on: when off, it hides other answers. */
function another({ shape, default: usual }: Answer): string {
  if (shape.type === 'switch') return 'true';
  if (shape.type === 'choice') return shape.choices.at(-1)?.value ?? usual;
  if (shape.type === 'whole-number') return String(Math.min(shape.max, Number(usual) + 1));
  return shape.type === 'text' ? shape.example : { cpu: '3', memory: '5Gi' }[shape.resource];
}

const everyOther = catalog.answers.map((answer) => [answer.key, another(answer)]);
const reading = readAnswers(catalog, Object.fromEntries(everyOther));
const parameters = reading.link.split('&');

/** From links of more and more of those answers, the last of them all: the first parameter is the version. */
const generations = [0, 0.25, 0.5, 0.75, 1].map((share): [string, () => unknown] => {
  const count = Math.round(share * (parameters.length - 1));
  const link = parameters.slice(0, 1 + count).join('&');
  const make = () => textOf(readAnswers(catalog, openLink(catalog, link).raw).lines);
  return [`a link of ${count} answers to the file`, make];
});

/** Six kinds of pods, a thousand of each, each of another shape. */
const pods = [0, 1, 2, 3, 4, 5].map((kind) => ({
  count: 1000,
  cpuMilli: 700 + 450 * kind,
  memoryBytes: (7 - kind) * 2 ** 30,
}));
const node = { cpuMilli: 15_500, memoryBytes: 28 * 2 ** 30 };
const chart = largeChart(5_000);

function suggest() {
  const read = readYaml(chart);
  return 'values' in read && suggestionsIn(catalog, listingOf([read.values]));
}

/** What is timed in Node, by what it makes. */
export const functions: Readonly<Record<string, () => unknown>> = {
  ...Object.fromEntries(generations),
  '6,000 pods packed onto nodes': () => firstFit(pods, node),
  'the geometry of the topology': () => topology(catalog, reading),
  'suggestions over a large chart': suggest,
};
