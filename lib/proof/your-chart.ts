import type { Catalog } from '@/lib/domain/catalog';
import { grouped } from '@/lib/domain/grouped';
import { formatPath } from '@/lib/domain/path';
import type { ChartLeaf } from '@/lib/domain/user-files';
import { shown } from '@/lib/files/leaves';
import type { Entry } from '@/lib/overlay/values';
import type { Reading } from '@/lib/reading/reading';
import { type Listing, listedAt, listingOf } from './listing/listing';
import { idOf, type Render } from './manifest';
import { type MatchedRenders, matchRenders } from './matched-renders';
import type { Proof, Verdict } from './proof';
import { proveMatched } from './prove';
import { type Standing, worstOf } from './states';
import type { Role, TakenFile } from './take-file';
import type { Chosen } from './tiers';

/** One key of the overlay, compared with the person's chart. */
export interface ChartRow extends Standing {
  /** Our path, by which another is chosen. */
  readonly ours: string;
  /** Where it stands in the file. */
  readonly path: string;
  /** The tier, datastore or backend that writes it. */
  readonly group: string;
  readonly asked: string;
  readonly isMapped: boolean;
  readonly answerKey: string | undefined;
  readonly where?: string | undefined;
  readonly reason: string;
}

/** All that a person's chart says of the present answers. */
export interface YourChart {
  readonly rows: readonly ChartRow[];
  readonly answers: Readonly<Record<string, Standing | undefined>>;
  /** By the path as it stands in the file. */
  readonly lines: Readonly<Record<string, Standing>>;
  readonly listing: Listing | undefined;
  /** What renders say; `undefined` while none was given. */
  readonly proof: Proof | undefined;
}

/** What a person's files hold together. It does not depend on the answers. */
interface GivenChart {
  readonly listing: Listing | undefined;
  readonly matched: MatchedRenders | undefined;
}

/** Reads the files of a person's chart as one: what they list, and what they render where they do. */
export function givenChart(
  catalog: Catalog,
  files: readonly TakenFile[],
  chosen: Chosen,
): GivenChart {
  const of = (role: Role) => files.filter((file) => file.role === role);
  const render = (role: Role) => together(of(role).flatMap((file) => file.render ?? []));
  const values = [...of('values'), ...of('overlay')].flatMap((file) =>
    file.values ? [file.values] : [],
  );
  const after = render('after') ?? render('live');
  const traced = render('traced');
  return {
    listing: values.length > 0 ? listingOf(values) : undefined,
    matched:
      after || traced
        ? matchRenders(catalog, { before: render('before'), after, traced, chosen })
        : undefined,
  };
}

/** Several renders as one: of an object that stands twice, the last. */
function together(renders: readonly Render[]): Render | undefined {
  const objects = renders.flatMap((render) => render.objects);
  return renders.length < 2
    ? renders[0]
    : {
        objects: [...new Map(objects.map((one) => [idOf(one), one])).values()],
        broken: renders.flatMap(({ broken }) => broken),
        remarks: [],
      };
}

/**
 * Compares the answers with what a person has given of their chart; `undefined` where they have given nothing. A render
 * shows more than a listing, so where there is a render its verdict counts.
 */
export function yourChart(
  catalog: Catalog,
  reading: Reading,
  { listing, matched }: GivenChart,
): YourChart | undefined {
  const proof = matched && proveMatched(catalog, reading, matched);
  if (!proof && !reading.userFiles.chart) return undefined;
  const rows = reading.entries.map((entry) => rowOf(catalog, reading, entry, listing, proof));
  const byAnswer = grouped(
    rows.flatMap((row) => (row.answerKey ? [[row.answerKey, row] as const] : [])),
  );
  return {
    rows,
    answers: Object.fromEntries([...byAnswer].map(([answer, some]) => [answer, worstOf(some)])),
    lines: Object.fromEntries(rows.map((row) => [row.path, row])),
    listing,
    proof,
  };
}

function rowOf(
  catalog: Catalog,
  { userFiles }: Reading,
  { key, path, value, chartPath, as }: Entry,
  listing: Listing | undefined,
  proof: Proof | undefined,
): ChartRow {
  const at = formatPath(path);
  const isMapped = at !== key.path;
  const has = listing && listedAt(listing, at);
  const status = userFiles.chart?.[key.path]?.status;
  const isListed =
    listing && isMapped
      ? !!has
      : chartPath !== undefined || (status ?? 'not-listed') !== 'not-listed';
  const listed = userFiles.chart && (isListed ? listedWords(has, shown(value), as) : NOT_LISTED);
  const row = {
    ours: key.path,
    path: at,
    group: catalog.ownerOf.get(key.path)?.title ?? 'Shared',
    asked: shown(value),
    isMapped,
    answerKey: key.answerKey,
  };
  const verdict = proof && worstAt(proof, at);
  if (verdict) {
    const { state, found, where, reason } = verdict;
    return { ...row, state, found, where, reason: listed ? `${reason} ${listed}` : reason };
  }
  const reason = listed ?? 'Nothing is known of your chart’s values.';
  const more =
    key.overlayOnly && !isListed ? ' The documentation says that no base chart has it.' : '';
  return { ...row, state: isListed ? 'listed' : 'not-listed', reason: reason + more };
}

const NOT_LISTED = 'Your chart’s values do not list this path; a template may still read it.';

/** What a chart's values have at a path, and what becomes of it. */
function listedWords(has: ChartLeaf | undefined, value: string, as: string | undefined): string {
  if (!has) return 'Your chart’s values list it.';
  if (as) return `Your chart has a ${has.type} here, so it is written as one.`;
  if (has.shown === value) return 'Your chart’s values have the same.';
  if (has.type === 'mapping') return `Your chart’s values leave ${has.path} open.`;
  return `Your chart’s values have ${has.shown} here.`;
}

/** The verdict on a key; for a list the worst of its items. */
const worstAt = ({ keys }: Proof, path: string): Verdict | undefined =>
  keys[path] ??
  worstOf(Object.keys(keys).flatMap((at) => (at.startsWith(`${path}[`) ? (keys[at] ?? []) : [])));
