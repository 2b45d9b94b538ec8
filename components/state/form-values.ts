import { set } from 'react-hook-form';
import type { RawAnswers } from '@/lib/domain/answer';

/** Answers as react-hook-form keeps them: it reads a dot in a field's name as a step into an object. */
export type FormValues = Record<string, unknown>;

export function toForm(raw: RawAnswers): FormValues {
  const values: FormValues = {};
  for (const [key, text] of Object.entries(raw)) set(values, key, text);
  return values;
}
