import { inFigures } from '@/lib/domain/in-figures';

/** Why a file could not be read, in a sentence; `line` and `column` count from 1. */
export interface YamlFault {
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

/** A fault of the file as a whole. */
export const fault = (message: string): { fault: YamlFault } => ({ fault: { message } });

export const BINARY = 'This is a binary file, not YAML. Nothing was read from it.';

/** How many bytes of a file are read: ten times the values of the largest chart that we know. */
export const MOST_BYTES = 1_000_000;

/** The fault of a file that is larger than what is read; `undefined` where it is not. */
export function tooLarge(bytes: number): { fault: YamlFault } | undefined {
  if (bytes <= MOST_BYTES) return undefined;
  return fault(
    `This file has ${inFigures(bytes)} bytes; at most ${inFigures(MOST_BYTES)} are read. Nothing was read from it.`,
  );
}
