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
 * Where one of our keys stands instead, by its path in the catalogue: the other path as `helm --set` writes it, with
 * `=list`, `=string` or `=boolean` behind it where the value is to be of another type. Only a type: ours, unproven.
 */
export type PathMap = Readonly<Record<string, string>>;

export type ValueType = 'string' | 'number' | 'boolean' | 'list' | 'mapping' | 'null';

/** A leaf of a person's chart. */
export interface ChartLeaf {
  readonly path: string;
  readonly type: ValueType;
  /** Its default as JSON, shortened for reading when it is long. */
  readonly shown: string;
}

/** What the values files of a person's chart say of one of our keys. None of their values: the history keeps it. */
export interface ChartKey {
  readonly status: 'listed' | 'other-type' | 'not-listed';
  /** What follows without being asked, as in {@link PathMap}: our own path where it is listed, or another type. */
  readonly implied?: string;
}

/** All that a person's own files add to the answers. With none of it every byte is as it is without. */
export interface UserFiles {
  /** Why the operator accepts a caution, by the limit's id. */
  readonly accepted?: Readonly<Record<string, string>>;
  readonly carried?: readonly Carried[];
  readonly map?: PathMap;
  /** By our path; one for every key of the catalogue. */
  readonly chart?: Readonly<Record<string, ChartKey>>;
  /** What renders show of the limits. It belongs to one session: no link holds it. */
  readonly evidence?: readonly LimitEvidence[];
}

/** The type of a value, in Helm's words. */
export function typeOf(value: unknown): ValueType {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'number' || typeof value === 'boolean') return typeof value as ValueType;
  return typeof value === 'object' ? 'mapping' : 'string';
}
