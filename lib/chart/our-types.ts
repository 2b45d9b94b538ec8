import type { Answer, Derived } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { completeAnswers, evaluate } from '@/lib/domain/evaluate';
import { typeOf, type ValueType } from '@/lib/domain/own';
import { directAnswer } from './open-file';

/** What a key of ours holds when it is written. A quantity is text that a chart may as well have as a number. */
export type OurType = ValueType | 'quantity';

const FIXED = { text: 'string', 'whole-number': 'number', quantity: 'quantity' } as const;

/** The type of every key of the catalogue, by its path. */
export function ourTypes(catalog: Catalog): Map<string, OurType> {
  const derived: Derived[] = [];
  const types = new Map<string, OurType>();
  for (const key of catalog.keys) {
    const answer = directAnswer(catalog, key.path);
    const type = answer && typeOfAnswer(answer);
    if (type) types.set(key.path, type);
    else derived.push(key);
  }
  // What follows from answers shows its type under one choice or another.
  for (const given of [{}, ...singleChoices(catalog)]) {
    const { read } = evaluate(catalog, completeAnswers(catalog, given));
    for (const { path, value } of derived) {
      const written = value(read);
      if (written !== undefined) types.set(path, typeOf(written));
    }
  }
  return types;
}

function typeOfAnswer({ shape, schema, writes }: Answer): OurType | undefined {
  if (shape.type !== 'switch' && shape.type !== 'choice') return FIXED[shape.type];
  const raws =
    shape.type === 'switch' ? ['true', 'false'] : shape.choices.map(({ value }) => value);
  for (const raw of raws) {
    const { data } = schema.safeParse(raw);
    const written = writes && data !== undefined ? writes.value(data) : undefined;
    if (written !== undefined) return typeOf(written);
  }
  return undefined;
}

function singleChoices({ answers }: Catalog): Record<string, string>[] {
  return answers.flatMap(({ key, shape }) => {
    if (shape.type === 'switch') return [{ [key]: 'true' }, { [key]: 'false' }];
    return shape.type === 'choice' ? shape.choices.map(({ value }) => ({ [key]: value })) : [];
  });
}
