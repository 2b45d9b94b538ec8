import type { Catalog } from '@/lib/domain/catalog';
import type { AppliedLimit } from '@/lib/domain/limit';
import { isWithin } from '@/lib/domain/path';

/** The id of a question's element on the page. */
export const questionId = (key: string) => `question-${key}`;

/** The id of an option's group on the page. */
export const groupId = (option: string) => `group-${option}`;

/** The id of a section on the page. */
export const sectionId = (section: string) => `section-${section}`;

/** The answers to change in order to change what stands at a key of the overlay, or below it. */
export function answersOf(catalog: Catalog, key: string): string[] {
  if (catalog.answer.has(key)) return [key];
  return catalog.keys
    .filter(({ path }) => isWithin(path, key) || isWithin(key, path))
    .flatMap(({ of }) => of ?? []);
}

/** The answers beside which the page shows a limit: one for each key that it touches. */
export function answersBeside(catalog: Catalog, { beside, keys }: AppliedLimit): string[] {
  if (beside !== undefined) return [beside];
  return [...new Set(keys.flatMap((key) => answersOf(catalog, key)[0] ?? []))];
}

/** Where a line of the file leads: its question, or the group that always writes it. */
export function placeOf(catalog: Catalog, path: string): string | undefined {
  const answer = answersOf(catalog, path)[0];
  if (answer !== undefined) return questionId(answer);
  const option = catalog.options.find(({ parts }) =>
    parts.some((part) => 'path' in part && isWithin(part.path, path)),
  );
  return option && groupId(option.id);
}

/** The paths of the overlay that an answer decides. */
export function pathsOf(catalog: Catalog, answer: string): string[] {
  return catalog.keys.filter(({ of }) => of === answer).map(({ path }) => path);
}
