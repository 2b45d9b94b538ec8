import type { Catalog } from '@/lib/domain/catalog';
import { isWithin } from '@/lib/domain/path';
import type { PathMap } from '@/lib/domain/user-files';
import { chosenPath } from '@/lib/overlay/place';

/** A key of ours that occupies a path. */
export interface OccupiedPath {
  readonly ours: string;
  /** Whether it stands at the path itself, at a parent of it, or below it. */
  readonly where: 'same' | 'above' | 'below';
  /** The refusal in words. */
  readonly message: string;
}

/**
 * The key of ours that stands at a path of the chart already, above it or below it, so that a second one would be lost
 * there; `undefined` where the path is free. Every key counts, of branches that exclude each other too.
 * @param ours the key that is to stand there, by our path
 * @param path as `helm --set` writes it
 * @param map where other keys of ours stand
 */
export function occupiedPath(
  catalog: Catalog,
  ours: string,
  path: string,
  map: PathMap = {},
): OccupiedPath | undefined {
  const taken = (other: string, where: OccupiedPath['where'], what: string): OccupiedPath => ({
    ours: other,
    where,
    message: `${other} stands ${what}. Choose another path, or move that key first.`,
  });
  for (const { path: other } of catalog.keys) {
    if (other === ours) continue;
    const at = chosenPath(map, other) || other;
    if (at === path) return taken(other, 'same', 'there already');
    if (isWithin(path, at)) return taken(other, 'above', `above it, at ${at}`);
    if (isWithin(at, path)) return taken(other, 'below', `below it, at ${at}`);
  }
  return undefined;
}
