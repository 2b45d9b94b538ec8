import type { Catalog } from '@/lib/domain/catalog';
import type { AppliedLimit } from '@/lib/domain/limit';
import { formatPath, isWithin } from '@/lib/domain/path';
import type { Entry } from '@/lib/overlay/values';

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

/** The path in the catalogue of what stands at a path of the file: another one where the operator's chart has it elsewhere. */
export function declaredPath(entries: readonly Entry[], path: string): string {
  const entry = entries.find((one) => one.isConfirmed && isWithin(path, formatPath(one.path)));
  return entry ? entry.key.path : path;
}

/** Where the file has what an answer decides. */
export function writtenPaths(entries: readonly Entry[], answer: string): string[] {
  return entries.filter(({ key }) => key.of === answer).map(({ path }) => formatPath(path));
}

/** The paths of the overlay that an answer decides. */
export function pathsOf(catalog: Catalog, answer: string): string[] {
  return catalog.keys.filter(({ of }) => of === answer).map(({ path }) => path);
}
