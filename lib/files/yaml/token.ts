/** Where something stands in a file; `line` and `column` count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A tag as it is written: what its handle stands for is known only to the document. */
export interface WrittenTag {
  /** `!`, `!!`, `!name!`, or `''` where the suffix is the whole tag. */
  readonly handle: string;
  readonly suffix: string;
}

/** One token of YAML as libyaml and Go cut it: the starts and ends of blocks are tokens too. */
export type Token = Place &
  (
    | { readonly kind: Mark }
    | { readonly kind: 'alias' | 'anchor'; readonly name: string }
    | { readonly kind: 'tag'; readonly tag: WrittenTag }
    | { readonly kind: 'scalar'; readonly text: string; readonly isPlain: boolean }
    | { readonly kind: 'version'; readonly version: string }
    | { readonly kind: 'tag-handle'; readonly handle: string; readonly prefix: string }
    /** Where the text stops being YAML. It counts only for a parser that reads up to it. */
    | { readonly kind: 'problem'; readonly message: string }
  );

export type Mark =
  | 'document-start'
  | 'document-end'
  | 'stream-end'
  | 'block-sequence'
  | 'block-mapping'
  | 'block-end'
  | 'block-entry'
  | 'flow-sequence'
  | 'flow-sequence-end'
  | 'flow-mapping'
  | 'flow-mapping-end'
  | 'flow-entry'
  | 'key'
  | 'value';
