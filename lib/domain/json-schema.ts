/** As much of JSON Schema draft-07 as is used here. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  /** Must mean the same to Go's regexp, which Helm checks with, and to JavaScript's with the flag `u`. */
  readonly pattern?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}
