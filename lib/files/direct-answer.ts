import type { Answer } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';

/** The answer whose own value stands at a path of the catalogue; `undefined` for a derived key. */
export function directAnswer(catalog: Catalog, path: string): Answer | undefined {
  return catalog.answers.find(({ writes }) => writes && writes.path === path);
}
