import type { Answer, Derived } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { choicesOf, readsOfEachChoice } from '@/lib/domain/choices';
import { typeOf, type ValueType } from '@/lib/domain/user-files';
import { directAnswer, writtenFor } from '@/lib/files/given-answer';

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
  for (const read of readsOfEachChoice(catalog)) {
    for (const { path, value } of derived) {
      const written = value(read);
      if (written !== undefined) types.set(path, typeOf(written));
    }
  }
  return types;
}

function typeOfAnswer(answer: Answer): OurType | undefined {
  const { shape } = answer;
  if (shape.type !== 'switch' && shape.type !== 'choice') return FIXED[shape.type];
  for (const raw of choicesOf(answer) ?? []) {
    const written = writtenFor(answer, raw);
    if (written !== undefined) return typeOf(written);
  }
  return undefined;
}
