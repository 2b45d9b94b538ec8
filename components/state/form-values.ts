import { get, set } from 'react-hook-form';
import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';

/** Answers as react-hook-form keeps them: it reads a dot in a field's name as a step into an object. */
export type FormValues = Record<string, unknown>;

export function toForm(raw: RawAnswers): FormValues {
  const values: FormValues = {};
  for (const [key, text] of Object.entries(raw)) set(values, key, text);
  return values;
}

export function fromForm(catalog: Catalog, values: FormValues): RawAnswers {
  const raw: Record<string, string> = {};
  for (const { key, default: fallback } of catalog.answers) {
    const text: unknown = get(values, key);
    raw[key] = typeof text === 'string' ? text : fallback;
  }
  return raw;
}
