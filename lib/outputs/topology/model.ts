import type { Severity } from '@/lib/domain/limit';
import type { Face } from './text-width';

/** Who creates what a box shows. */
export type Kind =
  /** The chart creates it. */
  | 'chart'
  /** The operator must provide it. */
  | 'operator'
  /** It is not there with these answers. */
  | 'off';

/** One line of text. `x` is its left end, `y` its baseline; all lengths are in the unit of the view box. */
export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** No wider than this in any common font. */
  readonly width: number;
  readonly face: Face;
  readonly tone: 'strong' | 'plain' | 'quiet';
}

/** Where something stands, from its top left corner. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Limits of one severity that touch a box: a sign and how many. */
export interface Mark extends Area {
  readonly severity: Severity;
  /** Ids of the limits, in the order of the list. */
  readonly limits: readonly string[];
}

/** A tier, a datastore, the event bus or the interaction store. */
export interface Box extends Area {
  readonly id: string;
  readonly kind: Kind;
  readonly title: string;
  /** What its lines say, in full: labels may be shortened. */
  readonly says: readonly string[];
  readonly labels: readonly Label[];
  readonly marks: readonly Mark[];
}

export type Point = readonly [x: number, y: number];

/** A connection, drawn from the one that opens it to the one that answers. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** What the first does with the second: `takes jobs from`. */
  readonly verb: string;
  /** Corners of the line. It ends at the edge of a box, coming from the left. */
  readonly points: readonly Point[];
  readonly label?: Label;
}

/** A titled area around boxes of one maker. */
export interface Frame extends Area {
  readonly title: Label;
}

/** A sample of a sign with what it means. */
export interface Key {
  readonly sign: Kind | Severity;
  readonly x: number;
  readonly y: number;
  readonly label: Label;
}

/** The picture of a set of answers, laid out. */
export interface Topology {
  readonly width: number;
  readonly height: number;
  readonly heading: readonly Label[];
  /** Stands beside the marks and says what they are about; `undefined` where there are none. */
  readonly marksTitle: Label | undefined;
  /** Limits that touch no single box. */
  readonly marks: readonly Mark[];
  readonly frames: readonly Frame[];
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
  readonly legend: readonly Key[];
}
