import type { AskedKey } from './asked-keys';
import { fingerprint } from './fingerprint';
import type { Render } from './manifest';
import { probeValuesIn } from './probe-values';
import type { RenderRole } from './proof';

/** How many of the probe's values no other render has by chance. */
const FEW = 2;

/** The names that our own commands give. */
const NAMED = /^(before|after|traced)\b/;

/**
 * Which render this is, by what it holds: the probe's values, the asked ones, or neither. Where it holds none of the
 * probe's, the file's own name decides: a chart that reads little leaves little to go by. A guess: the person sees it
 * and can change it.
 */
export function recognise(keys: readonly AskedKey[], { objects }: Render, name = ''): RenderRole {
  const probes = new Set(keys.flatMap(({ probe = '' }) => probeValuesIn(String(probe))));
  const there = new Set(objects.flatMap((one) => one.probes.map(({ text }) => text)));
  if ([...there].filter((text) => probes.has(text)).length >= FEW) return 'traced';
  const named = NAMED.exec(name)?.[1];
  if (named !== undefined) return named as RenderRole; // one of the three by the pattern
  // Quantities and large numbers only: a 2 or a `true` stands in every render.
  const rare = keys.filter(
    ({ asked, evidence }) =>
      evidence.in === 'resources' || (typeof asked === 'number' && asked > 9),
  );
  const prints = new Set(objects.flatMap((one) => [...one.prints.values()]));
  const held = rare.filter(({ asked }) => prints.has(fingerprint(String(asked))));
  return rare.length > 0 && held.length * 2 >= rare.length ? 'after' : 'before';
}
