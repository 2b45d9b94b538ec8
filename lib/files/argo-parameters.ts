import { isMapping, ownOf } from '@/lib/domain/mapping';
import { type Path, parsePath } from '@/lib/domain/path';
import type { UserValue } from '@/lib/domain/user-files';
import type { Mapping } from './leaves';

/** How long a list may grow by an index: a parameter may ask for item 65,535. */
const MOST_ITEMS = 1_000;
/** How deep a parameter may reach, as deep as values may be nested. */
const MOST_STEPS = 64;

/** Values with Argo CD's `helm.parameters` set in them, each as `helm --set` sets it. Those without name or value are left out. */
export function parametersInto(values: Mapping, parameters: readonly UserValue[]): Mapping {
  const tree = structuredClone(values) as Tree; // our own copy, which may be written to
  for (const parameter of parameters) {
    if (!isMapping(parameter)) continue;
    const { name, value, forceString } = parameter;
    if (typeof name !== 'string' || typeof value !== 'string') continue;
    const path = parsePath(name);
    if (typeof path[0] !== 'string' || path.length > MOST_STEPS) continue;
    set(tree, path, forceString === true ? value : typed(value));
  }
  return tree;
}

type Tree = { [key: string]: UserValue };

/** A value as `helm --set` types it. */
function typed(text: string): UserValue {
  if (!text.startsWith('{') || !text.endsWith('}')) return single(text);
  const items = text.slice(1, -1);
  return items === '' ? [] : items.split(',').map((item) => single(item.trim()));
}

function single(text: string): UserValue {
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null') return null;
  const number = /^(?:0|[-+]?[1-9]\d*)$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(number) ? number : text;
}

/** Sets a value below a mapping or a list; whatever else stands in its way is replaced. */
function set(at: Tree | UserValue[], [step, ...rest]: Path, value: UserValue): void {
  if (step === undefined || (Array.isArray(at) && Number(step) >= MOST_ITEMS)) return;
  const there = ownOf(at as Tree, String(step)); // a list has its items under their indexes, too
  const isIn = typeof rest[0] === 'number' ? Array.isArray(there) : isMapping(there);
  const next = rest.length === 0 ? value : isIn ? there : typeof rest[0] === 'number' ? [] : {};
  if (Array.isArray(at)) while (at.length < Number(step)) at.push(null);
  // Not by assignment, which would change the prototype where a key is called `__proto__`.
  Object.defineProperty(at, step, {
    value: next,
    enumerable: true,
    writable: true,
    configurable: true,
  });
  if (rest.length > 0) set(next as Tree, rest, value); // made or looked at above
}
