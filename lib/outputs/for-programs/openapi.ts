import type { Answer } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import type { JsonSchema } from '@/lib/domain/json-schema';
import { LINK_VERSION } from '@/lib/link/link';
import { json, type Material, type OutputFile, routesOf } from '../output';
import { oneOf, querySchema } from '../schema/shape-schema';

/** `openapi.json`: every route and every parameter, from the catalogue and the outputs. The same whatever the answers. */
export function openApi({ catalog, outputs }: Material): string {
  const parameters = parametersOf(catalog);
  const references = Object.keys(parameters).map((name) => ({
    $ref: `#/components/parameters/${name}`,
  }));
  return json({
    openapi: '3.1.0',
    info: {
      title: 'KaireonAI values-large',
      version: LINK_VERSION,
      summary: 'Helm overlays for KaireonAI on large clusters.',
      description:
        'Each route is a pure function of its query: the same answers give the same bytes, and nothing is stored. A parameter is an answer under its Helm path. What is left out keeps the documented default; a blank value leaves the answer to the chart. A query with a fault gets 422 with every fault at once, and never a file made from a part of it.',
    },
    paths: Object.fromEntries(
      routesOf(outputs).map(({ title, file }) => [
        `/${file.name}`,
        { get: operation(title, file, file.takesNoAnswers ? [] : references) },
      ]),
    ),
    components: { parameters, schemas: { Problem: PROBLEM } },
  });
}

function operation(title: string, { name, contentType, about }: OutputFile, parameters: object[]) {
  const isText = contentType !== 'application/zip';
  return {
    operationId: name.replace(/\W+/g, '_'),
    summary: title,
    description: `${about.charAt(0).toUpperCase()}${about.slice(1)}.`,
    parameters,
    responses: {
      200: {
        description: 'The file.',
        headers: { ETag: { schema: { type: 'string' } } },
        content: { [contentType]: { schema: isText ? { type: 'string' } : {} } },
      },
      304: { description: 'What If-None-Match names is still the same.' },
      '4XX': {
        description:
          '422: answers that are not valid, or parameters that are unknown, repeated or unreadable. 414: a query longer than 8,192 bytes. 405: neither GET nor HEAD.',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  };
}

/** RFC 9457, with one entry for each fault. */
const PROBLEM = {
  type: 'object',
  required: ['title', 'status'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['key', 'message'],
        properties: { key: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

const query = (name: string, description: string, schema: object) => ({
  name,
  in: 'query',
  description,
  schema,
});

/** Parameters that begin alike, which OpenAPI calls the properties of an exploded object. */
const family = (name: string, description: string, text: object) => ({
  ...query(name, description, {
    type: 'object',
    propertyNames: { pattern: `^${name}\\.` },
    additionalProperties: { type: 'string', ...text },
  }),
  style: 'form',
  explode: true,
});

const parametersOf = ({ presets, answers }: Catalog) => ({
  v: query('v', 'The version that the answers are written in.', oneOf([LINK_VERSION])),
  preset: query(
    'preset',
    'A set of answers to start from; parameters beside it win over it.',
    oneOf(presets.map(({ name }) => name)),
  ),
  map: family('map', 'Writes one of our keys at another path: `map.<our path>=<their path>`.', {}),
  accept: family('accept', 'Accepts a caution for a reason: `accept.<limit id>=<reason>`.', {
    minLength: 1,
    maxLength: 200,
  }),
  ...Object.fromEntries(
    answers.map((answer) => [
      answer.key.replace(/[^\w.-]/g, '_'),
      { ...query(answer.key, about(answer), inQuery(answer)), allowEmptyValue: true },
    ]),
  ),
});

function inQuery(answer: Answer): JsonSchema {
  const schema = querySchema(answer);
  const { default: standard } = answer;
  if (standard === '') return schema;
  return { ...schema, default: schema.type === 'string' ? standard : JSON.parse(standard) };
}

const about = ({ label, help, unit }: Answer) =>
  [`${label}.`, help, unit && `In ${unit}.`].filter(Boolean).join(' ');
