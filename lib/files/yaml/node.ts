import type { Place } from './token';

/** One value of a file, before its tags, aliases and merge keys are resolved. */
export type Node = ScalarNode | SequenceNode | MappingNode | AliasNode;

export interface ScalarNode extends Place {
  readonly kind: 'scalar';
  readonly text: string;
  /** The tag in full, `''` where none is written. */
  readonly tag: string;
  /** Whether its type shows in its text alone: it has neither quotes nor a tag. */
  readonly isImplicit: boolean;
}

export interface SequenceNode extends Place {
  readonly kind: 'sequence';
  readonly items: Node[];
}

export interface MappingNode extends Place {
  readonly kind: 'mapping';
  readonly pairs: (readonly [key: Node, value: Node])[];
}

/** Another place of what stands at an anchor; that may be a collection around it. */
export interface AliasNode extends Place {
  readonly kind: 'alias';
  readonly name: string;
  readonly target: Node;
}
