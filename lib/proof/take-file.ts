import type { Catalog } from '@/lib/domain/catalog';
import { holdsValues } from '@/lib/files/held-values';
import type { Mapping } from '@/lib/files/leaves';
import { readYaml } from '@/lib/files/read-yaml';
import { answersInHead } from '@/lib/link/pasted';
import type { Reading } from '@/lib/reading/reading';
import { type AskedKey, askedKeys, askedNames } from './asked-keys';
import { fingerprint } from './keep';
import { listedAt, listingOf } from './listing/listing';
import { idOf, type Render, unreadIn } from './manifest';
import { matchRenders } from './matched-renders';
import { probeValuesIn } from './probe';
import type { GivenChart } from './prove';
import { readManifests } from './read-manifests';
import type { Chosen } from './tiers';

/** What a file of a person's chart can be: what it is called, and whether it holds values or objects. */
export const ROLES = {
  values: { word: 'the chart’s values.yaml', holds: 'values' },
  overlay: { word: 'the chart’s own overlay', holds: 'values' },
  before: { word: 'rendered without this overlay', holds: 'objects' },
  after: { word: 'rendered with this overlay', holds: 'objects' },
  traced: { word: 'rendered with this overlay and the probe', holds: 'objects' },
  live: { word: 'objects as they run in a cluster', holds: 'objects' },
} as const satisfies Record<string, { word: string; holds: 'values' | 'objects' }>;

export type Role = keyof typeof ROLES;

export const ROLE_NAMES = Object.keys(ROLES) as Role[]; // its own keys

/** A file of a person's chart, without its text. */
export interface TakenFile {
  readonly name: string;
  /** What it was taken for; the person may say otherwise. */
  readonly role: Role;
  readonly values?: Mapping;
  readonly render?: Render;
  /** How it was read, where that may surprise, in sentences. */
  readonly remarks: readonly string[];
}

/** What a person should know of a file because of the others: of two renders with the overlay only one is used. */
export const remarksBeside = ({ role }: TakenFile, files: readonly TakenFile[]): string[] =>
  role === 'live' && files.some((file) => file.role === 'after')
    ? [
        'Left aside: a render with this overlay is there and says more. Remove that one to use this.',
      ]
    : [];

/** Reads the files of a person's chart as one: what they list, and what they render where they do. */
export function givenChart(
  catalog: Catalog,
  files: readonly TakenFile[],
  chosen: Chosen,
): GivenChart {
  const of = (role: Role) => files.filter((file) => file.role === role);
  const values = [...of('values'), ...of('overlay')].flatMap((file) =>
    file.values ? [file.values] : [],
  );
  const [before, after, live, traced] = (['before', 'after', 'live', 'traced'] as const).map(
    (role) => together(of(role).flatMap((file) => file.render ?? [])),
  );
  const shown = after ?? live;
  return {
    listing: values.length > 0 ? listingOf(values) : undefined,
    renders:
      shown || traced ? matchRenders(catalog, { before, after: shown, traced, chosen }) : undefined,
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

/** Finds out what a file is by what it holds. Never throws: a file that has none of the roles is refused in a sentence. */
export function takeFile(
  catalog: Catalog,
  reading: Reading,
  name: string,
  text: string,
): TakenFile | { readonly refusal: string } {
  const render = readManifests(text, askedNames(catalog));
  const { objects, remarks } = render;
  if (objects.length > 0 && !objects.every(({ kind }) => holdsValues(kind))) {
    return {
      name,
      role: roleOf(askedKeys(catalog, reading), render, name),
      render,
      remarks: [...remarks, ...unreadIn(render)],
    };
  }
  if (/^# probe\.yaml: rendered and never applied/m.test(text.slice(0, 500))) {
    return { refusal: 'This is the probe. Render the chart with it, and give what that prints.' };
  }
  if (answersInHead(text) !== undefined) {
    return {
      refusal:
        'This is a values file of this overlay’s own kind: open it with Open an existing file.',
    };
  }
  if (remarks.some((remark) => remark.startsWith('This is'))) return { refusal: remarks.join(' ') };
  const read = readYaml(text);
  if ('fault' in read) {
    return { refusal: `This holds no Kubernetes object and no values. ${read.fault.message}` };
  }
  const { values } = read;
  const listing = listingOf([values]);
  const isOverlay =
    /large|overlay/i.test(name) ||
    catalog.keys.some(({ segments, overlayOnly }) => overlayOnly && listedAt(listing, segments));
  const said = read.remarks.map(({ message }) => message);
  return { name, role: isOverlay ? 'overlay' : 'values', values, remarks: said };
}

/** So many of the probe's rare values stand in no other render by chance. */
const FEW = 2;

/** The names that our own commands give. */
const NAMED = /^(before|after|traced)\b/;

/**
 * Which render this is, by what it holds: the probe's values, the asked ones, or neither. Where it holds none of the
 * probe's, the file's own name decides: a chart that reads little leaves little to go by.
 */
function roleOf(keys: readonly AskedKey[], { objects }: Render, name: string): Role {
  if (objects.every(({ isLive }) => isLive)) return 'live';
  const there = new Set(objects.flatMap(({ probes }) => probes.map(({ text }) => text)));
  const probed = keys
    .flatMap(({ probe = '' }) => probeValuesIn(String(probe)))
    .filter((text) => there.has(text));
  // Three digits alone stand in any render: a port, a code, a size.
  const rare = probed.filter((text) => !/^\d{3}$/.test(text));
  if (rare.length >= FEW || probed.length >= 3 * FEW) return 'traced';
  const named = NAMED.exec(name)?.[1];
  if (named !== undefined) return named as Role; // one of the three by the pattern
  const asked = keys.filter(
    ({ asked, evidence }) =>
      evidence.in === 'resources' || (typeof asked === 'number' && asked > 9),
  );
  const fingerprints = new Set(objects.flatMap((one) => [...one.fingerprints.values()]));
  const held = asked.filter((key) => fingerprints.has(fingerprint(String(key.asked))));
  return asked.length > 0 && held.length * 2 >= asked.length ? 'after' : 'before';
}
