import { parseAnswer } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import type { LimitEvidence } from '@/lib/domain/limit';
import { formatPath } from '@/lib/domain/path';
import type { Reading } from '@/lib/reading/reading';
import { askedKeys } from './asked-keys';
import type { Finding } from './findings';
import { judgeKey } from './judge';
import { type KeyRow, rowOf } from './key-rows';
import { limitEvidence } from './limit-evidence';
import type { Listing } from './listing/listing';
import { podLabels } from './manifest';
import type { MatchedRender, MatchedRenders } from './matched-renders';
import { RENDER_STATES, type RenderState, type Verdict } from './states';
import type { TierMatch } from './tiers';

/** What a person's files hold together. It does not depend on the answers. */
export interface GivenChart {
  /** What the chart's values list. */
  readonly listing?: Listing | undefined;
  readonly renders?: MatchedRenders | undefined;
}

/** All that a person's chart says of one set of answers. */
export interface Proof {
  readonly given: GivenChart;
  /** One for every key of the file, in its order. */
  readonly rows: readonly KeyRow[];
  /** What renders say of every leaf path in the report's `values`, in the order of the file. */
  readonly keys: Readonly<Record<string, Verdict>>;
  readonly counts: Readonly<Record<RenderState, number>>;
  /** What the render can fill in, as raw text by answer. */
  readonly offers: Readonly<Record<string, string>>;
  readonly tiers: readonly TierMatch[];
  readonly findings: readonly Finding[];
  readonly limits: readonly LimitEvidence[];
  /** What a person should know of the renders as a whole, in sentences. */
  readonly remarks: readonly string[];
}

/**
 * Compares answers with what was given of a person's chart: whether each leaf of the overlay arrives in the renders as it
 * is, arrives as something else, or does not arrive; without renders, whether the chart's values list it. Pure, and never
 * throws. Any render may be missing; what the others cannot show is *unknown*.
 */
export function prove(catalog: Catalog, reading: Reading, given: GivenChart): Proof {
  const { listing, renders } = given;
  const asked = renders ? askedKeys(catalog, reading) : [];
  const judged = asked.flatMap((key) => {
    const others = asked.filter(({ entry }) => entry !== key.entry);
    return renders ? [{ key, verdict: judgeKey(key, renders, others) }] : [];
  });
  const keys: Record<string, Verdict> = Object.fromEntries(
    judged.map(({ key, verdict }) => [key.path, verdict]),
  );
  for (const { path, value } of renders ? reading.carried : []) {
    keys[formatPath(path)] = {
      state: 'unknown',
      asked: typeof value === 'object' ? '' : value,
      reason: 'Carried over from your own file: nothing here knows where it shows.',
    };
  }
  const rows = reading.entries.map((entry) => {
    const own = judged.filter(({ key }) => key.entry === entry).map(({ verdict }) => verdict);
    return rowOf(reading, entry, listing, own);
  });
  const { after, traced, findings = [], remarks = [] } = renders ?? {};
  return {
    given,
    rows,
    keys,
    counts: countsOf(Object.values(keys)),
    offers: after ? offersOf(catalog, reading, after) : {},
    tiers: tiersIn(reading, after ?? traced),
    findings,
    limits: after ? limitEvidence({ catalog, reading, rows, keys, after }) : [],
    remarks,
  };
}

function countsOf(verdicts: readonly Verdict[]): Record<RenderState, number> {
  const count = (state: RenderState) => verdicts.filter((one) => one.state === state).length;
  const counts = RENDER_STATES.map((state) => [state, count(state)]);
  return Object.fromEntries(counts) as Record<RenderState, number>; // one for each of them
}

/** The tiers of a render. For one that is off there is nothing to choose. */
const tiersIn = (reading: Reading, render: MatchedRender | undefined): TierMatch[] =>
  [...(render?.tiers.values() ?? [])].map((match) => {
    const { enabled } = match.tier;
    return enabled && reading.read(enabled) === false ? { ...match, all: [] } : match;
  });

/** Labels that change with each release of a chart: a selector must not hold them. */
const CHANGING = /(?:version|chart|hash|checksum|revision|managed-by)$/i;

/**
 * What a render can fill in: by answer, the labels of its tier's pods that stay the same from upgrade to upgrade, as
 * `key=value` with commas between them. Nothing where the workload is not clear, or the answer already names labels
 * that those pods have.
 */
function offersOf(
  { answers, ownerOf }: Catalog,
  reading: Reading,
  { tiers }: MatchedRender,
): Record<string, string> {
  const offers: Record<string, string> = {};
  for (const answer of answers) {
    if (answer.fromRender !== 'pod labels' || !reading.isActive(answer)) continue;
    const [only, ...others] = tiers.get(ownerOf.get(answer.key)?.id ?? '')?.objects ?? [];
    if (!only || others.length > 0) continue;
    const labels = Object.entries(podLabels(only.workload));
    const texts = (some: typeof labels) => some.map(([name, value]) => `${name}=${value}`);
    const all = texts(labels);
    const isRight = reading.raw[answer.key]?.split(',').every((label) => all.includes(label));
    const offer = texts(labels.filter(([name]) => !CHANGING.test(name))).join(',');
    if (offer !== '' && !isRight && 'value' in parseAnswer(answer, offer)) {
      offers[answer.key] = offer;
    }
  }
  return offers;
}
