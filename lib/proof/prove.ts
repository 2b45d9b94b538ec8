import type { Catalog } from '@/lib/domain/catalog';
import { formatPath } from '@/lib/domain/path';
import { plural } from '@/lib/domain/plural';
import type { Reading } from '@/lib/reading/reading';
import { askedKeys } from './asked-keys';
import { findingsOf } from './findings';
import { judgeKey } from './judge-key';
import { limitEvidence } from './limit-evidence';
import { nameOf } from './manifest';
import { offersOf } from './pod-labels';
import {
  type Proof,
  type Renders,
  STATES,
  type State,
  type TierChoice,
  type Verdict,
} from './proof';
import { type Seen, seenRenders } from './seen-renders';
import { tiersOf } from './tier';

/**
 * Compares renders with the answers that they were made from: whether each leaf of the overlay arrives, as something
 * else, or nowhere. Pure, and never throws. `before`, `after` and `traced` are what {@link readManifests} gives; any of
 * them may be missing, and what no render can show is then *unknown*.
 */
export function prove(catalog: Catalog, reading: Reading, renders: Renders): Proof {
  const tiers = tiersOf(catalog);
  const seen = seenRenders(tiers, renders);
  const byId = new Map(tiers.map((tier) => [tier.id, tier]));
  const ofPath = new Verdicts();
  const ofAnswer = new Verdicts();
  const ofLine = new Verdicts();
  const ofKey = new Verdicts();
  for (const key of askedKeys(catalog, reading)) {
    const verdict = judgeKey(key, byId.get(key.option), seen);
    ofPath.add(key.path, verdict);
    ofLine.add(key.line, verdict);
    ofKey.add(key.key, verdict);
    if (key.of !== undefined) ofAnswer.add(key.of, verdict);
  }
  for (const { path, value } of reading.carried) {
    const verdict: Verdict = {
      state: 'unknown',
      asked: typeof value === 'object' ? '' : value,
      reason: 'Carried over from your own file: nothing here knows where it shows.',
    };
    ofPath.add(formatPath(path), verdict);
    ofLine.add(formatPath(path), verdict);
  }
  const keys = Object.fromEntries(ofPath);
  const shown = seen.after ?? seen.traced;
  return {
    counts: countsOf(keys),
    keys,
    answers: Object.fromEntries(ofAnswer),
    lines: Object.fromEntries(ofLine),
    offers: seen.after ? offersOf(catalog, reading, seen.after) : {},
    tiers: shown ? tierChoices(reading, shown) : [],
    findings: shown ? findingsOf(shown.render) : [],
    limits: seen.after
      ? limitEvidence({ catalog, reading, keys, byKey: ofKey, after: seen.after })
      : [],
    remarks: remarksOf(renders),
  };
}

/** Of several verdicts for one name, the one that a person must see first. */
class Verdicts extends Map<string, Verdict> {
  add(name: string, verdict: Verdict): void {
    const there = this.get(name);
    if (there && STATES.indexOf(there.state) <= STATES.indexOf(verdict.state)) return;
    this.set(name, verdict);
  }
}

function countsOf(keys: Readonly<Record<string, Verdict>>): Record<State, number> {
  const counts = { reached: 0, present: 0, differs: 0, nowhere: 0, unknown: 0 };
  for (const { state } of Object.values(keys)) counts[state] += 1;
  return counts;
}

function tierChoices(reading: Reading, { render, tiers }: Seen): TierChoice[] {
  const all = render.objects.filter(({ workload }) => workload);
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

const ROLES = [
  ['before', 'The render without the overlay'],
  ['after', 'The render with the overlay'],
  ['traced', 'The render with the probe'],
] as const;

const remarksOf = (renders: Renders): string[] =>
  ROLES.flatMap(([role, title]) => {
    const render = renders[role];
    if (!render) return [];
    const remarks = [...render.remarks];
    for (const { line } of render.broken) {
      remarks.push(`The document at line ${line} cannot be read; the others are.`);
    }
    if (render.objects.length === 0 && render.remarks.length === 0) {
      remarks.push('It holds no object.');
    }
    if (render.secrets > 0) {
      remarks.push(`${plural(render.secrets, 'Secret was', 'Secrets were')} dropped unread.`);
    }
    return remarks.map((one) => `${title}: ${one}`);
  });
