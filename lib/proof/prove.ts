import type { Catalog } from '@/lib/domain/catalog';
import { parseAnswer } from '@/lib/domain/declare';
import type { LimitEvidence } from '@/lib/domain/limit';
import { formatPath } from '@/lib/domain/path';
import { typeOf, type UserFiles } from '@/lib/domain/user-files';
import { type Leaf, shown } from '@/lib/files/leaves';
import type { Entry } from '@/lib/overlay/values';
import type { Reading } from '@/lib/reading/reading';
import { askedKeys } from './asked-keys';
import type { Finding } from './findings';
import { judgeKey } from './judge/judge-key';
import { limitEvidence } from './limit-evidence';
import { type Listing, listedAt, shownOf } from './listing/listing';
import { podLabels } from './manifest';
import type { MatchedRender, MatchedRenders } from './matched-renders';
import { type KeyRow, RENDER_STATES, type RenderState, type Verdict, worstOf } from './states';
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
  const judged = renders
    ? askedKeys(catalog, reading).map((key, _, all) => ({
        key,
        verdict: judgeKey(key, renders, all),
      }))
    : [];
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

/**
 * A key as a person's chart has it. A render shows more than a listing, so where there are verdicts the worst of them
 * counts: a list has one for each of its leaves.
 */
function rowOf(
  { userFiles }: Reading,
  entry: Entry,
  listing: Listing | undefined,
  verdicts: readonly Verdict[],
): KeyRow {
  const { key, segments, value, as } = entry;
  const has = listing && listedAt(listing, segments);
  const isListed = listing && isMoved(entry) ? has !== undefined : isKnownFrom(userFiles, entry);
  const listed = isListed ? listedWords(has, shown(value), as) : NOT_LISTED;
  const verdict = worstOf(verdicts);
  if (verdict) {
    const { state, found, where } = verdict;
    const reason = userFiles.chart ? `${verdict.reason} ${listed}` : verdict.reason;
    return { entry, state, found, where, reason };
  }
  if (isListed) return { entry, state: 'listed', reason: listed };
  // What is true of every key that is not listed is said once, above them all.
  const reason = key.overlayOnly ? 'The documentation says that no base chart has it.' : '';
  return { entry, state: 'not-listed', reason };
}

const isMoved = ({ at, key }: Entry): boolean => at !== key.path;

/**
 * Whether the chart is known to list a key without looking into its values, which are gone after a reload: what stays is
 * which of our own paths it lists. A place that the person chose is then taken at their word.
 */
const isKnownFrom = ({ chart }: UserFiles, { key, chartPath }: Entry): boolean =>
  chartPath !== undefined || chart?.[key.path] !== undefined;

const NOT_LISTED = 'Your chart’s values do not list it.';

/** What a chart's values have at a path, and what becomes of it. */
function listedWords(has: Leaf | undefined, value: string, as: string | undefined): string {
  if (!has) return 'Your chart’s values list it.';
  const type = typeOf(has.value);
  if (as) return `Your chart has a ${type} here, so it is written as one.`;
  const theirs = shownOf(has);
  if (theirs === value) return 'Your chart’s values have the same.';
  if (type === 'mapping') return `Your chart’s values leave ${has.at} open.`;
  return `Your chart’s values have ${theirs} here.`;
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
    if (answer.fromRender !== 'pod labels' || !reading.isAsked(answer)) continue;
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
