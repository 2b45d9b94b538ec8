import { at } from '@/lib/domain/mapping';
import type { UserValue } from '@/lib/domain/user-files';

/** A mapping of a person's own YAML. */
export type Mapping = { readonly [key: string]: UserValue };

/** What stands below a mapping at these keys; `undefined` where nothing does. */
export const valueAt = at as (
  mapping: Mapping,
  ...keys: readonly string[]
) => UserValue | undefined; // whatever stands in a mapping of YAML is of YAML
