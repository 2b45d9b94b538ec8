import { catalog } from '@/lib/catalog/catalog';
import { textOfFile } from '@/lib/files/file-text';
import { openFile } from '@/lib/files/open-file';
import { answersInHead } from '@/lib/link/head';
import { pastedParameters } from '@/lib/link/pasted';
import { quote } from '@/lib/link/quote';
import type { OutputBody } from '@/lib/outputs/output';
import { MOST_CHARACTERS } from '@/lib/proof/read-manifests';
import { readParameters } from '@/lib/reading/read-query';
import { type Reading, readAnswers } from '@/lib/reading/reading';

/** What the command line needs from the machine that it runs on. */
export interface World {
  /** The bytes of a file; `-` is standard input. Throws where there is none. */
  readonly read: (file: string) => Uint8Array;
  readonly exists: (file: string) => boolean;
  readonly version: string;
}

/** What a command prints, and the code that it ends with. */
export interface Outcome {
  readonly code: number;
  readonly output: OutputBody;
  readonly errors: string;
}

/** What ends a command: lines for standard error, and a code. */
export class Fault extends Error {
  readonly code: number;

  constructor(lines: readonly string[], code = 2) {
    super([...new Set(lines)].join('\n'));
    this.code = code;
  }
}

/**
 * Reads a link as the routes read a query: a file must never be made from a part of what was asked for.
 * @throws Fault with every fault, one a line
 */
export function answersOfLink(link: string): Reading {
  const read = readParameters(catalog, pastedParameters(catalog, link));
  if ('errors' in read)
    throw new Fault(read.errors.map(({ key, message }) => `${quote(key)}: ${message}`));
  return read.reading;
}

/** Reads the answers from a values file: from the line in its head, where its keys do not say otherwise. */
function answersOfFile(file: string, text: string): Reading {
  const head = answersInHead(text);
  if (head) answersOfLink(`#${head}`); // a line that is damaged is a fault
  const opened = openFile(catalog, text);
  if ('fault' in opened) {
    const { line, message } = opened.fault;
    throw new Fault([`${file}: ${line === undefined ? '' : `line ${line}: `}${message}`]);
  }
  return readAnswers(catalog, opened.raw, opened.userFiles);
}

/** The text of a file, whatever its encoding. @throws Fault where it is none */
export function textOf(file: string, world: World): string {
  const read = textOfFile(world.read(file), MOST_CHARACTERS);
  if ('fault' in read) throw new Fault([`${file}: ${read.fault.message}`]);
  return read.text;
}

/** A file that is there, or standard input, is read as one; anything else is a link. */
export function answersFrom(given: string, world: World): Reading {
  if (given !== '-' && !world.exists(given)) {
    if (!/^[^=:#?]+$/.test(given)) return answersOfLink(given);
    throw new Fault([`${given} is no file that is there, and no link.`]);
  }
  const text = textOf(given, world);
  const isLink = given === '-' && /^\s*\S*=\S*\s*$/.test(text);
  return isLink ? answersOfLink(text.trim()) : answersOfFile(given, text);
}
