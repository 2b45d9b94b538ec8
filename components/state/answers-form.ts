import { get, type Resolver, set, type UseFormReturn } from 'react-hook-form';
import type { Raw, RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { completeAnswers, evaluate } from '@/lib/domain/evaluate';

/**
 * What react-hook-form holds: every answer's raw text. A dot in a key is a step into an object there, so
 * `api.resources` and `api.autoscaling` share one.
 */
export type FormValues = Record<string, unknown>;
export type AnswersForm = UseFormReturn<FormValues>;

/** Raw answers as the form holds them. */
export function formValuesOf(raw: RawAnswers): FormValues {
  const values: FormValues = {};
  for (const [key, text] of Object.entries(raw)) set(values, key, text);
  return values;
}

/** Reports every fault of the answers at once, those between two answers too. */
export const resolverOf =
  (catalog: Catalog): Resolver<FormValues> =>
  (values) => {
    const raw = catalog.answers.map(({ key }): [string, Raw] => [key, get(values, key)]);
    const { faults } = evaluate(catalog, completeAnswers(catalog, Object.fromEntries(raw)));
    const errors = {};
    for (const { key, message } of faults) set(errors, key, { type: 'fault', message });
    return faults.length === 0 ? { values, errors: {} } : { values: {}, errors };
  };

/** The answers that share a rule with this one: an error at one of them may be fixed at another. */
export function partnersOf({ rules }: Catalog, key: string): string[] {
  const together = rules.map((rule) => [rule.key, ...rule.with]);
  return [...new Set(together.filter((keys) => keys.includes(key)).flat())].filter(
    (one) => one !== key,
  );
}

/** Validates an answer and its partners again, where an error of theirs is shown already. */
export function revalidate(catalog: Catalog, form: AnswersForm, key: string): void {
  const reported = [key, ...partnersOf(catalog, key)].filter(
    (one) => form.getFieldState(one).error,
  );
  if (reported.length > 0) void form.trigger(reported);
}
