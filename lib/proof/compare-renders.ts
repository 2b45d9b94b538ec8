import { type Manifest, nameOf } from './manifest';

type Objects = readonly Manifest[];

/** Computes once for each key, as long as that exists: each asked key needs the same of the same renders. */
export function once<K extends object, T>(compute: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    const found = known.get(key) ?? { value: compute(key) };
    known.set(key, found);
    return found.value;
  };
}

/** The same for each pair of lists. */
function oncePair<T>(
  compute: (one: Objects, other: Objects) => T,
): (one: Objects, other: Objects) => T {
  const ofOne = once((one: Objects) => once((other: Objects) => compute(one, other)));
  return (one, other) => ofOne(one)(other);
}

/** Objects by kind, namespace and name. */
export const byId = once((objects: Objects) => new Map(objects.map((one) => [idOf(one), one])));

/** An object's kind, name and namespace in one text: unique within a render. */
export const idOf = (one: Manifest): string => `${nameOf(one)} ${one.namespace}`;

/** Whether the same objects stand on both sides, with the same values in every field. */
export const areUnchanged = oncePair((before, after) => {
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
});

/** Whether each object, with each of its fields, is in the other render too: one that is cut off lacks some. */
export const holds = oncePair((render, objects) => {
  const there = byId(render);
  return objects.every((one) => {
    const other = there.get(idOf(one));
    return other && [...one.prints.keys()].every((field) => other.prints.has(field));
  });
});

/** Checksums of other objects change with those, which are compared themselves. */
const IGNORED = /^(?:metadata|spec\.(?:jobTemplate\.spec\.)?template\.metadata)\.annotations\./;

/**
 * A field that the probe changed and that holds no value of the probe: some key was used, but transformed, such as
 * `8Gi` to `-Xmx6g`. `undefined` where there is none.
 */
export const transformedField = oncePair(
  (after, traced): { readonly object: Manifest; readonly field: string } | undefined => {
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
  },
);
