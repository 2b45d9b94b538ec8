import type { Answer, OverlayKey, WrittenType } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { overlayValueOf } from '@/lib/domain/declare';
import type { JsonSchema } from '@/lib/domain/json-schema';
import { ownOf } from '@/lib/domain/mapping';
import type { PathMap } from '@/lib/domain/user-files';
import { readChartPath } from '@/lib/overlay/values';
import { fileSchema, orNull } from './shape-schema';

const DESCRIPTION =
  'The KaireonAI overlay for large-scale clusters. It finds a value of the wrong kind or out of bounds at a key that an overlay can have. It cannot find a misspelt key: every other key of the chart passes, so that it can be the values.schema.json of a chart that has none.';

const PROVENANCE = {
  documented: 'Documented path.',
  unverified:
    'Unverified path: the public documentation does not say where this stands in the chart.',
} as const;

type Branch = JsonSchema & { properties: Record<string, JsonSchema> };

/**
 * The overlay as JSON Schema draft-07, for editors, for Helm and for people who write the file by hand. Nothing is
 * required and no key is forbidden. What one answer asks of another (a minimum not above its maximum) is not in it:
 * draft-07 cannot compare.
 * @param map where a link asks for another type at a path of ours, the schema takes any
 */
export function overlaySchema(catalog: Catalog, map: PathMap = {}): JsonSchema {
  const root: Branch = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'values-large.yaml',
    description: DESCRIPTION,
    type: 'object',
    properties: {},
  };
  const canBeNone = countsOfOptionalTiers(catalog);
  for (const key of catalog.keys) {
    const steps = key.segments.map(String);
    let at = root;
    for (const step of steps.slice(0, -1)) {
      at.properties[step] ??= branch(at === root ? aboutRoot(catalog, step) : {});
      at = at.properties[step] as Branch; // made one line above, or by an earlier key of the same branch
    }
    const { answer } = key;
    const schema = answer ? asked(answer, key, canBeNone.has(answer.key)) : derived(key);
    const isRetyped = readChartPath(ownOf(map, key.path) ?? '').as !== '';
    const { title, description } = schema;
    at.properties[steps.at(-1) ?? ''] = isRetyped ? { title, description } : orNull(schema);
  }
  return root;
}

const branch = (about: JsonSchema): Branch => ({
  ...about,
  type: ['object', 'null'],
  properties: {},
});

/** The keys that count the pods of tiers that can be off. */
const countsOfOptionalTiers = ({ options }: Catalog): ReadonlySet<string> =>
  new Set(
    options.flatMap(({ enabled, workload }) =>
      enabled && workload?.pods ? [workload.pods.min.key, workload.pods.max.key] : [],
    ),
  );

/** An option or a backend has the name of the block that it writes. */
function aboutRoot({ options }: Catalog, name: string): JsonSchema {
  const backends = options.flatMap(({ choice }) => choice?.backends ?? []);
  const named = [...options, ...backends].find(({ id }) => id === name);
  return named ? { title: named.title, description: named.summary } : {};
}

function asked(answer: Answer, { provenance, source }: OverlayKey, canBeNone: boolean): JsonSchema {
  const { label, help, unit } = answer;
  const standard = overlayValueOf(answer, answer.default);
  const about = [help, unit && `In ${unit}.`, PROVENANCE[provenance], `Source: ${source}.`];
  return {
    title: label,
    description: about.filter(Boolean).join(' '),
    ...fileSchema(answer, canBeNone),
    ...(standard !== undefined && { default: standard }),
  };
}

function derived({ answerKey, type, provenance, source }: OverlayKey): JsonSchema {
  const origin =
    answerKey === undefined ? 'The same in every overlay.' : `Follows from ${answerKey}.`;
  return {
    description: `${origin} ${PROVENANCE[provenance]} Source: ${source}.`,
    type: JSON_TYPES[type],
  };
}

const JSON_TYPES: Readonly<Record<WrittenType, string | readonly string[]>> = {
  boolean: 'boolean',
  string: 'string',
  number: 'number',
  list: 'array',
  quantity: ['string', 'number'],
};
