import type { YamlValue } from '@/lib/domain/answer';
import { isMapping } from '@/lib/domain/mapping';
import type { JsonSchema } from './json-schema';

/**
 * The narrowest type that all the samples have.
 * @param areAll whether there can be no others: then two or more different texts are an enumeration
 */
export function schemaOfSamples(samples: readonly YamlValue[], areAll: boolean): JsonSchema {
  if (samples.length === 0) return {};
  if (samples.every((one) => typeof one === 'boolean')) return { type: 'boolean' };
  if (samples.every(Number.isInteger)) return { type: 'integer' };
  if (samples.every((one) => typeof one === 'string')) {
    const texts = [...new Set(samples)];
    return { type: 'string', ...(areAll && texts.length > 1 && { enum: texts }) };
  }
  if (samples.every(isList)) {
    return { type: 'array', items: schemaOfSamples(samples.flat(), areAll) };
  }
  if (samples.every(isBranch)) return { type: 'object', properties: members(samples, areAll) };
  return {};
}

type Mapping = { readonly [key: string]: YamlValue };

function members(samples: readonly Mapping[], areAll: boolean): Record<string, JsonSchema> {
  const keys = [...new Set(samples.flatMap(Object.keys))];
  return Object.fromEntries(
    keys.map((key) => {
      const values = samples.map((one) => one[key]).filter((value) => value !== undefined);
      return [key, schemaOfSamples(values, areAll)];
    }),
  );
}

const isList = (value: YamlValue): value is readonly YamlValue[] => Array.isArray(value);

const isBranch = (value: YamlValue): value is Mapping => isMapping(value);
