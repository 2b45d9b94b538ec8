import { expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { readingOf } from '@/tests/support/reading';
import { outputs, routes } from '../registry';
import { llmsText } from './llms-text';
import { openApi } from './openapi';

const material = { catalog, reading: readingOf(), outputs };

interface Document {
  readonly paths: Readonly<Record<string, { get: { parameters: { $ref: string }[] } }>>;
  readonly components: {
    readonly parameters: Readonly<
      Record<string, { name: string; schema: Record<string, unknown> }>
    >;
  };
}

const document = JSON.parse(openApi(material)) as Document; // what the test below looks at

test('every route and every answer is in openapi.json, each reference leading somewhere', () => {
  expect(Object.keys(document.paths)).toEqual(routes.map(({ file }) => `/${file.name}`));
  const { parameters } = document.components;
  expect(Object.values(parameters).map(({ name }) => name)).toEqual([
    ...['v', 'preset', 'map', 'accept'],
    ...catalog.answers.map(({ key }) => key),
  ]);
  for (const { get } of Object.values(document.paths)) {
    for (const { $ref } of get.parameters) {
      expect(parameters, $ref).toHaveProperty([$ref.replace('#/components/parameters/', '')]);
    }
  }
  expect(document.paths['/openapi.json']?.get.parameters).toEqual([]);
});

test('a parameter takes what its answer takes', () => {
  const schemaOf = (key: string) => document.components.parameters[key]?.schema;
  const bounds = { minimum: 1, maximum: 1000, default: 6 };
  expect(schemaOf('api.autoscaling.minReplicas')).toEqual({ type: 'integer', ...bounds });
  expect(schemaOf('redis.cluster')).toEqual({ type: 'boolean', default: true });
  expect(schemaOf('interactionStore.backend')).toMatchObject({ default: 'dynamodb' });
  expect(schemaOf('plan.peakRps')).not.toHaveProperty('default');
  expect(schemaOf('map')).toMatchObject({ propertyNames: { pattern: '^map\\.' } });
});

test('llms.txt names every route, preset and answer once', () => {
  const text = llmsText(material);
  for (const form of ['preset=', 'map.', 'accept.']) {
    expect(text).toContain(`\`${form}<`);
    if (form !== 'preset=') expect(openApi(material)).toContain(`\`${form}<`);
  }
  for (const { file } of routes) expect(text).toContain(`- [/${file.name}](/${file.name}): `);
  for (const { name } of catalog.presets) expect(text).toContain(`- \`${name}\`: `);
  for (const { key } of catalog.answers) expect(text.split(`- \`${key}\` (`), key).toHaveLength(2);
  expect(text).toMatch(/[^\n]\n$/);
});
