import type { Answer } from './answer';
import type { Situation } from './limit';

/** A number that follows from the answers, for sizing what the chart does not bring. */
export interface Figure {
  /** The question that it answers; figures of one question are read together. */
  readonly about: string;
  /** In words where it is no single number; `undefined` while an answer that it takes is missing: then `says` tells why. */
  readonly value: number | string | undefined;
  /** What is counted, to stand after the number. */
  readonly unit: string;
  /** The sum with the operator's own numbers in it, and what it takes for granted, in sentences. */
  readonly says: readonly string[];
  /** What is wrong with it, in a sentence or two. */
  readonly problem?: string | undefined;
  /** Whether what there is does, in sentences. */
  readonly verdicts?: readonly FigureVerdict[];
  /** The answers that would make it known, or better, by their keys. */
  readonly needs: readonly string[];
  /** The change that would put it right. */
  readonly raise?: { readonly key: string; readonly to: number } | undefined;
}

export interface FigureVerdict {
  /** How good that is, by the name of its sign. */
  readonly icon: 'problem' | 'caution' | 'limit' | 'ok';
  readonly text: string;
}

/** Makes a figure of a situation. */
export type MakeFigure = (situation: Situation) => Figure;

/** The keys of those among these answers that are blank or invalid. */
export const missing = (
  { read }: Pick<Situation, 'read'>,
  ...answers: readonly Answer[]
): string[] => answers.filter((answer) => read(answer) === undefined).map(({ key }) => key);

/** What a load takes of a service that is sized by hand. */
export interface Size {
  /** What is counted, with its service: `Kinesis shards`. */
  readonly title: string;
  /** The answer that says how large the load is. */
  readonly load: Answer<number>;
  readonly count: (load: number) => number;
  /** The sum in words: `5,000 ÷ 1,000 a shard, rounded up`. */
  readonly how: (load: number) => string;
  /** What is taken for granted, in a sentence. */
  readonly assumes: string;
}

/** A size as a figure. */
export const sizeFigure =
  ({ title, load, count, how, assumes }: Size): MakeFigure =>
  ({ read }) => {
    const given = read(load);
    return {
      about: 'Bus, store and outbox',
      value: given === undefined ? undefined : count(given),
      unit: title,
      says: given === undefined ? [] : [`${how(given)}. ${assumes}`],
      needs: missing({ read }, load),
    };
  };
