import type { Provenance } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import type { AppliedLimit, Capacity } from '@/lib/domain/limit';
import { isScalar } from '@/lib/domain/mapping';
import { formatPath } from '@/lib/domain/path';
import { carriedEntry, treeOf, type Values } from '@/lib/overlay/values';
import { type AppliedPrerequisite, prerequisitesOf } from '@/lib/reading/prerequisites';
import type { Reading } from '@/lib/reading/reading';

/** What a set of answers comes to, for programs: the body of `/values-large.json`. Plain JSON, no key absent. */
export interface Report {
  /**
   * The answers that differ from their defaults and belong to a branch that is chosen, by key, in the order of the
   * link. Each as it was understood: whole numbers as numbers, switches as booleans, all else (choices, quantities,
   * names) as text; `''` is left to the chart.
   */
  readonly answers: Readonly<Record<string, string | number | boolean>>;
  /** The same answers as the page's fragment, with its `#`; `''` when none differs. */
  readonly link: string;
  /** The values tree of the file. */
  readonly values: Values;
  /** Cautions first, then the limits of this choice, then those that always hold. */
  readonly limits: readonly Pick<AppliedLimit, 'id' | 'severity' | 'keys' | 'message' | 'source'>[];
  /** The reasons for which cautions that apply were accepted, by the id of the limit. */
  readonly accepted: Readonly<Record<string, string>>;
  /** Every leaf path of `values`, written as `helm --set` writes it. */
  readonly keys: Readonly<Record<string, ReportedKey>>;
  readonly prerequisites: readonly Pick<AppliedPrerequisite, 'id' | 'text' | 'verify'>[];
  /** What the long-running tiers request together: `cpu` in cores, `memoryGiB` in GiB. Cron jobs are left out. */
  readonly capacity: Capacity;
}

interface ReportedKey {
  readonly provenance: Provenance;
  /** Who spells the path out, where it is the operator's own chart or file and not the public documentation. */
  readonly by?: 'chart' | 'file' | undefined;
}

/** The report on a reading. Where the reading has faults it shows what the sound answers give. Never throws. */
export function report(catalog: Catalog, reading: Reading): Report {
  const { entries, carried, limits, written, capacity, link } = reading;
  return {
    answers: changedValues(catalog, reading),
    link: link === '' ? '' : `#${link}`,
    values: treeOf([...entries, ...carried.map(carriedEntry)]),
    limits: limits.map(({ id, severity, keys, message, source }) => ({
      id,
      severity,
      keys,
      message,
      source,
    })),
    accepted: Object.fromEntries(
      limits.flatMap(({ id, accepted }) => (accepted === undefined ? [] : [[id, accepted]])),
    ),
    keys: Object.fromEntries([
      ...written.map(({ path, provenance, by }) => [path, { provenance, by }]),
      ...carried.map(({ path }) => [formatPath(path), { provenance: 'documented', by: 'file' }]),
    ]),
    prerequisites: prerequisitesOf(catalog, reading).map(({ id, text, verify }) => ({
      id,
      text,
      verify,
    })),
    capacity,
  };
}

/** Each answer that differs from its default, as it was understood. */
function changedValues(catalog: Catalog, { changes, read }: Reading): Report['answers'] {
  const answers: Record<string, string | number | boolean> = {};
  for (const [key, raw] of changes) {
    const answer = catalog.answer.get(key);
    const value = answer && read(answer);
    if (raw === '') answers[key] = '';
    else if (isScalar(value)) answers[key] = value;
  }
  return answers;
}

/** A value as the JSON that is sent and bundled: indented, with one final newline. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
