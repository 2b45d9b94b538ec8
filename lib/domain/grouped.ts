/** The items of each key, in their order. */
export function grouped<T>(items: readonly (readonly [key: string, item: T])[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, item] of items) {
    const there = groups.get(key);
    if (there) there.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
