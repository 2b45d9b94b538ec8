import type { LimitEvidence } from './limit';

/** A value of a person's own YAML. Unlike ours it may be null, which tells Helm to delete the chart's default. */
export type UserValue =
  | string
  | number
  | boolean
  | null
  | readonly UserValue[]
  | { readonly [key: string]: UserValue };

/** A key of a person's own file that no answer writes. */
export interface Carried {
  readonly path: readonly string[];
  readonly value: UserValue;
  /** Set where it is a secret that the person wants carried: the browser's history does not keep it. */
  readonly isSecret?: true;
}

/**
 * Where the operator's chart has our keys, by their paths in the catalogue: the other path as `helm --set` writes it,
 * followed by `=list`, `=string` or `=boolean` where that chart wants another type. A type alone keeps our own path,
 * and does not confirm it.
 */
export type PathMap = Readonly<Record<string, string>>;

export type ValueType = 'string' | 'number' | 'boolean' | 'list' | 'mapping' | 'null';

/** All that a person's own files add to the answers. */
export interface UserFiles {
  /** Why the operator accepts a caution, by the limit's id. */
  readonly accepted?: Readonly<Record<string, string>>;
  readonly carried?: readonly Carried[];
  readonly map?: PathMap;
  /**
   * By our path the keys that the values files of the person's chart list, each with the place that it takes without a
   * choice of theirs, as in {@link PathMap}; `''` where it stays as it is. None of their values: the history keeps it.
   */
  readonly chart?: PathMap;
  /** What renders show of the limits. It belongs to one session: no link holds it. */
  readonly evidence?: readonly LimitEvidence[];
}

/** The type of a value; `undefined` counts as null. */
export function typeOf(value: unknown): ValueType {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'number' || typeof value === 'boolean') return typeof value as ValueType;
  return typeof value === 'object' ? 'mapping' : 'string';
}
