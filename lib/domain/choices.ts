import type { Answer, Raw, Read } from './answer';
import type { Catalog } from './catalog';
import { completeAnswers, evaluate } from './evaluate';

/** The texts that a switch or a choice may have; `undefined` for what is typed. */
export function choicesOf({ shape }: Answer): readonly Raw[] | undefined {
  if (shape.type === 'switch') return ['true', 'false'];
  return shape.type === 'choice' ? shape.choices.map(({ value }) => value) : undefined;
}

/** The answers as they read by default and after each single choice: enough to see each type that a derived key takes. */
export function readsOfEachChoice(catalog: Catalog): Read[] {
  const single = catalog.answers.flatMap((answer) =>
    (choicesOf(answer) ?? []).map((raw) => ({ [answer.key]: raw })),
  );
  return [{}, ...single].map((given) => evaluate(catalog, completeAnswers(catalog, given)).read);
}
