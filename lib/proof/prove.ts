import type { Catalog } from '@/lib/domain/catalog';
import { parseAnswer } from '@/lib/domain/evaluate';
import { grouped } from '@/lib/domain/grouped';
import { formatPath } from '@/lib/domain/path';
import { plural } from '@/lib/domain/plural';
import type { Reading } from '@/lib/reading/reading';
import { askedKeys } from './asked-keys';
import { judgeKey } from './judge';
import { limitEvidence } from './limit-evidence';
import { isWorkload, nameOf, podLabels } from './manifest';
import { type MatchedRender, type MatchedRenders, matchRenders } from './matched-renders';
import type { Proof, Renders, TierChoice, Verdict } from './proof';
import { RENDER_STATES, type RenderState } from './states';

/**
 * Compares renders with the answers that they were made from: whether each leaf of the overlay arrives as it is, arrives
 * as something else, or does not arrive. Pure, and never throws. Any render may be missing; what the others cannot show is
 * *unknown*.
 */
export const prove = (catalog: Catalog, reading: Reading, renders: Renders): Proof =>
  proveMatched(catalog, reading, matchRenders(catalog, renders));

/** The same for renders that are matched already, which takes long and does not depend on the answers. */
export function proveMatched(catalog: Catalog, reading: Reading, matched: MatchedRenders): Proof {
  const asked = askedKeys(catalog, reading);
  const keys: Record<string, Verdict> = {};
  for (const key of asked) {
    const tier = matched.tierList.find(({ id }) => id === key.option);
    const others = asked.filter((one) => one.key !== key.key);
    keys[key.path] = judgeKey({ key, tier, matched, others });
  }
  const byKey = grouped(
    asked.flatMap(({ key, path }) => {
      const verdict = keys[path];
      return verdict ? [[key, verdict] as const] : [];
    }),
  );
  for (const { path, value } of reading.carried) {
    keys[formatPath(path)] = {
      state: 'unknown',
      asked: typeof value === 'object' ? '' : value,
      reason: 'Carried over from your own file: nothing here knows where it shows.',
    };
  }
  const { after } = matched;
  const shown = after ?? matched.traced;
  return {
    counts: countsOf(Object.values(keys)),
    keys,
    offers: after ? offersOf(catalog, reading, after) : {},
    tiers: shown ? tierChoices(reading, shown) : [],
    findings: matched.findings,
    limits: after ? limitEvidence({ catalog, reading, keys, byKey, after }) : [],
    remarks: remarksOf(matched.renders),
  };
}

function countsOf(verdicts: readonly Verdict[]): Record<RenderState, number> {
  const count = (state: RenderState) => verdicts.filter((one) => one.state === state).length;
  const counts = RENDER_STATES.map((state) => [state, count(state)]);
  return Object.fromEntries(counts) as Record<RenderState, number>; // one for each of them
}

function tierChoices(reading: Reading, { render, tiers }: MatchedRender): TierChoice[] {
  const all = render.objects.filter(isWorkload);
  return [...tiers.values()].map(({ tier, fits, objects }) => ({
    tier: tier.id,
    title: tier.title,
    fits,
    taken: objects.map(({ workload }) => nameOf(workload)),
    all:
      tier.enabled && reading.read(tier.enabled) === false
        ? []
        : all.filter(({ kind }) => (kind === 'CronJob') === tier.isCron).map(nameOf),
  }));
}

/** Labels that change with each release of a chart: a selector must not hold them. */
const CHANGING = /(?:version|chart|hash|checksum|revision|managed-by)$/i;

/**
 * What a render can fill in: by answer, the labels of its tier's pods that stay the same from upgrade to upgrade, as
 * `key=value` with commas between them. Nothing where the workload is not clear, or the answer already names labels
 * that those pods have.
 */
function offersOf(
  { options }: Catalog,
  reading: Reading,
  { tiers }: MatchedRender,
): Record<string, string> {
  const offers: Record<string, string> = {};
  for (const { id, answers } of options) {
    const [only, ...others] = tiers.get(id)?.objects ?? [];
    const labels = only ? podLabels(only.workload) : {};
    const texts = (names: readonly string[]) => names.map((name) => `${name}=${labels[name]}`);
    const all = texts(Object.keys(labels));
    const offer = texts(Object.keys(labels).filter((name) => !CHANGING.test(name))).join(',');
    if (offer === '' || others.length > 0) continue;
    for (const answer of answers) {
      if (answer.fromRender !== 'pod labels' || !reading.isActive(answer)) continue;
      const given = reading.raw[answer.key] || undefined;
      const isRight = given?.split(',').every((label) => all.includes(label));
      if (!isRight && 'value' in parseAnswer(answer, offer)) offers[answer.key] = offer;
    }
  }
  return offers;
}

const TITLES = [
  ['before', 'The render without the overlay'],
  ['after', 'The render with the overlay'],
  ['traced', 'The render with the probe'],
] as const;

const remarksOf = (renders: Renders): string[] =>
  TITLES.flatMap(([role, title]) => {
    const render = renders[role];
    if (!render) return [];
    const remarks = [...render.remarks];
    for (const { line } of render.broken) {
      remarks.push(`The document at line ${line} cannot be read; the others are.`);
    }
    if (render.objects.length === 0 && remarks.length === 0) remarks.push('It holds no object.');
    const secrets = render.objects.filter(({ kind }) => kind === 'Secret').length;
    if (secrets > 0) {
      remarks.push(`${plural(secrets, 'Secret is', 'Secrets are')} there and not read.`);
    }
    return remarks.map((one) => `${title}: ${one}`);
  });
