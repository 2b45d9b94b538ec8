import { isMapping } from '@/lib/domain/mapping';
import { type Path, parsePath } from '@/lib/domain/path';
import type { UserValue } from '@/lib/domain/user-files';
import { type Mapping, valueAt } from './yaml-mapping';

/** How long a list may grow by an index: a parameter may ask for item 65,535. */
const MOST_ITEMS = 1_000;

/** Values with Argo CD's `helm.parameters` set in them, each as `helm --set` sets it. Those without name or value are left out. */
export function parametersInto(values: Mapping, parameters: readonly UserValue[]): Mapping {
  return parameters.reduce<Mapping>((tree, parameter) => {
    if (!isMapping(parameter)) return tree;
    const { name, value, forceString } = parameter;
    if (typeof name !== 'string' || typeof value !== 'string') return tree;
    const given = forceString === true ? value : typed(value);
    const set = withValue(tree, parsePath(name), given);
    return isMapping(set) ? set : tree;
  }, values);
}

/** A value as `helm --set` types it. */
function typed(text: string): UserValue {
  const list = /^\{(.*)\}$/s.exec(text)?.[1];
  if (list === '') return [];
  if (list) return list.split(',').map((item) => typed(item.trim()));
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null') return null;
  const number = /^(?:0|[-+]?[1-9]\d*)$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(number) ? number : text;
}

function withValue(tree: UserValue | undefined, path: Path, value: UserValue): UserValue {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(tree) ? [...tree] : [];
    if (step >= MOST_ITEMS) return list;
    while (list.length < step) list.push(null);
    list[step] = withValue(list[step], rest, value);
    return list;
  }
  const mapping = isMapping(tree) ? tree : {};
  // A computed key sets a property of the object itself, even `__proto__`.
  return { ...mapping, [step]: withValue(valueAt(mapping, step), rest, value) };
}
