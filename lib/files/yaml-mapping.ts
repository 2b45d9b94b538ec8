import { isMapping } from '@/lib/domain/mapping';
import type { UserValue } from '@/lib/domain/user-files';

/** A mapping of a person's own YAML. */
export type Mapping = { readonly [key: string]: UserValue };

/** What stands below a mapping at these keys; `undefined` where nothing does. */
export function valueAt(mapping: Mapping, ...keys: readonly string[]): UserValue | undefined {
  let value: UserValue | undefined = mapping;
  for (const key of keys) {
    value = isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}
