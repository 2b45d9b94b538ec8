import type { ZodType } from 'zod';
import type { Evidence } from './evidence';
import type { JsonSchema } from './json-schema';

/** An answer as it is typed, linked and queried: always text. `''` is left to the chart: nothing is written. */
export type Raw = string;

/** Every answer's raw text by key. Total: a missing key means its default. */
export type RawAnswers = Readonly<Record<string, Raw>>;

/** `documented`: the public documentation spells the path out. `unverified`: it does not. */
export type Provenance = 'documented' | 'unverified';

/** What may stand in a Helm values tree. No null: Helm reads it as "delete the chart's default". */
export type YamlValue =
  | string
  | number
  | boolean
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue };

/**
 * Reads an answer: its value, or `undefined` where it is left to the chart, invalid or of a branch that is not chosen.
 * Everything that depends on answers takes this, so a branch that is off cannot leak anywhere.
 */
export type Read = <V>(answer: Answer<V>) => V | undefined;

/** One member of a choice. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What it is, in a line. */
  readonly summary: string;
}

/** What a key of the overlay holds. A quantity is text that a chart may as well have as a number. */
export type WrittenType = 'boolean' | 'string' | 'number' | 'list' | 'quantity';

/** What kind of thing is asked for. The form control, the error and the JSON Schema are made from it. */
export type Shape =
  | { readonly type: 'switch' }
  | { readonly type: 'choice'; readonly choices: readonly Choice[] }
  | { readonly type: 'whole-number'; readonly min: number; readonly max: number }
  | { readonly type: 'quantity'; readonly resource: 'cpu' | 'memory' }
  | {
      readonly type: 'text';
      readonly pattern: RegExp;
      readonly maxLength: number;
      readonly example: string;
      /** What each item is where a chart has a list in place of the text; the items joined by commas are the text. */
      readonly listItem: RegExp;
    };

/** The shape of one type. */
export type ShapeOf<T extends Shape['type']> = Extract<Shape, { type: T }>;

/** Where in the overlay an answer goes, when not at its own key or not as it is. */
export interface Writes<V> {
  readonly path: string;
  /** What it writes, where that is not what its shape does: the type, and its schema. */
  readonly type?: WrittenType;
  readonly schema?: JsonSchema;
  /**
   * A method, because with a property an `Answer<V>` would be no `Answer`.
   * @param read the other answers, where the value depends on them too
   */
  value(value: V, read?: Read): YamlValue | undefined;
}

/** One thing that the operator decides: the single declaration that form, link, file and checks all read. */
export interface Answer<V = unknown> {
  /** The Helm path that it sets, or a `plan.` key: form control name, link and query parameter. */
  readonly key: string;
  readonly label: string;
  /** What the operator needs to know to answer, in a sentence or two. */
  readonly help: string;
  readonly unit?: string | undefined;
  readonly shape: Shape;
  /** The documented default, as raw text; `''` when the default is "I do not know". */
  readonly default: Raw;
  /** Raw text to value, or an issue that says what would be right. Blank gives `undefined`: left to the chart. */
  readonly schema: ZodType<V | undefined, Raw>;
  readonly provenance: Provenance;
  /** Where the figure or the path comes from. */
  readonly source: string;
  /** Under which other answers it is asked, where it is not enough that its option is on. */
  readonly when?: ((read: Read) => boolean) | undefined;
  /** Whether the documentation says that only the overlay has the key, and no base chart. */
  readonly overlayOnly?: boolean | undefined;
  /** `false` for `plan.` keys that never reach the file. */
  readonly writes: Writes<V> | false;
  /** Where it shows in a rendered manifest. */
  readonly shows?: Evidence | undefined;
  /** What of its tier's rendered workload it can be filled with. */
  readonly fromRender?: 'pod labels';
}

/** A key of the overlay: one that follows from answers, or an answer as the file has it. */
export interface OverlayKey {
  readonly path: string;
  readonly type: WrittenType;
  readonly provenance: Provenance;
  readonly source: string;
  readonly overlayOnly?: boolean | undefined;
  /** The key of the answer to change in order to change this. */
  readonly answerKey?: string | undefined;
  /** The block that it serves: it is written only while something that was decided stands at this path or below it. */
  readonly serves?: string;
  /** Where it shows in a rendered manifest. */
  readonly shows?: Evidence | undefined;
  /** `undefined` writes nothing. */
  readonly value: (read: Read) => YamlValue | undefined;
}

/** Whether a declaration is an answer, not a derived key. */
export function isAnswer(part: Answer | OverlayKey): part is Answer {
  return 'key' in part;
}

/** Whether a switch counts as on. While it is left to the chart, what the documented overlay has counts. */
export const isSwitchedOn = (read: Read, answer: Answer<boolean>): boolean =>
  read(answer) ?? answer.default === 'true';
