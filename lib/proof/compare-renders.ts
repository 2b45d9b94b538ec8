import { fingerprint } from './fingerprint';
import { type Manifest, nameOf, type Render } from './manifest';

/** Objects by kind, namespace and name. */
export const byId = (objects: readonly Manifest[]): Map<string, Manifest> =>
  new Map(objects.map((one) => [idOf(one), one]));

/** An object's kind, name and namespace in one text: unique within a render. */
export const idOf = (one: Manifest): string => `${nameOf(one)} ${one.namespace ?? ''}`;

/** Whether two renders have the very same objects, by name. */
export const haveSameObjects = (one: Render, other: Render): boolean => {
  const [a, b] = [byId(one.objects), byId(other.objects)];
  return a.size === b.size && [...a.keys()].every((id) => b.has(id));
};

/** Whether the same objects stand on both sides, with the same values in every field. */
export function areUnchanged(before: readonly Manifest[], after: readonly Manifest[]): boolean {
  const there = byId(after);
  return (
    before.length === after.length &&
    before.every((one) => {
      const other = there.get(idOf(one));
      return (
        other?.isLive === one.isLive &&
        other.prints.size === one.prints.size &&
        [...one.prints].every(([field, print]) => other.prints.get(field) === print)
      );
    })
  );
}

/** Whether each object, with each of its fields, is in the other render too: one that is cut off lacks some. */
export function holds(render: readonly Manifest[], objects: readonly Manifest[]): boolean {
  const there = byId(render);
  return objects.every((one) => {
    const other = there.get(idOf(one));
    return other && [...one.prints.keys()].every((field) => other.prints.has(field));
  });
}

/** Checksums of other objects follow each change of those, which are compared themselves. */
const IGNORED = /^(?:metadata|spec\.(?:jobTemplate\.spec\.)?template\.metadata)\.annotations\./;

/**
 * A field that the probe changed and that holds no value of the probe: some key was used, but transformed, such as
 * `8Gi` to `-Xmx6g`. `undefined` where there is none.
 */
export function transformedField(
  after: readonly Manifest[],
  traced: readonly Manifest[],
): { readonly object: Manifest; readonly field: string } | undefined {
  const there = byId(after);
  for (const object of traced) {
    const probed = new Set(object.probes.map(({ field }) => field));
    const prints = there.get(idOf(object))?.prints;
    for (const [field, print] of object.prints) {
      if (IGNORED.test(field) || probed.has(field) || prints?.get(field) === print) continue;
      return { object, field };
    }
  }
  return undefined;
}

/** The fields in which exactly this value stands. */
export function fieldsHolding(
  objects: readonly Manifest[],
  value: string,
): { readonly object: Manifest; readonly field: string }[] {
  const print = fingerprint(value);
  return objects.flatMap((object) =>
    [...object.prints].flatMap(([field, one]) => (one === print ? [{ object, field }] : [])),
  );
}
