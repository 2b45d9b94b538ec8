/** Where a value stands in a tree of values or of a manifest: its keys and list indexes, outermost first. */
export type Path = readonly (string | number)[];

/**
 * Writes a path as `helm --set` does: `api.nodeSelector.kaireon\.ai/tier`, `list[0].name`.
 * The inverse of {@link parsePath} for every path whose keys are not empty.
 */
export const formatPath = (path: Path): string => prefixesOf(path).at(-1) ?? '';

/** A path and every one above it, outermost first, each as {@link formatPath} writes it. */
export function prefixesOf(path: Path): readonly string[] {
  let above = '';
  return path.map((segment) => {
    above = typeof segment === 'number' ? `${above}[${segment}]` : pathBelow(above, segment);
    return above;
  });
}

/** The path of a key in a mapping, which stands at the path `above`, both as {@link formatPath} writes them. */
export function pathBelow(above: string, key: string): string {
  const escaped = key.replace(/[\\.,=[\]]/g, '\\$&');
  return above === '' ? escaped : `${above}.${escaped}`;
}

/** Reads what {@link formatPath} writes. Never throws: an odd text becomes an odd path. */
export function parsePath(text: string): Path {
  const path: (string | number)[] = [];
  const segments = /((?:\\[\s\S]|[^\\.[\]])+)|\[(\d+)\]/g;
  for (const [, key, index] of text.matchAll(segments)) {
    if (key !== undefined) path.push(key.replace(/\\([\s\S])/g, '$1'));
    else path.push(Number(index));
  }
  return path;
}

/** Whether `key` is `parent` itself or lies below it, both as {@link formatPath} writes them. */
export function isWithin(key: string, parent: string): boolean {
  if (!key.startsWith(parent)) return false;
  const next = key[parent.length];
  return next === undefined || next === '.' || next === '[';
}
