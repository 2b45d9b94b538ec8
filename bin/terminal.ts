import { existsSync, readFileSync } from 'node:fs';
import { catalog } from '@/lib/catalog/registry';
import { textOfFile } from '@/lib/files/file-text';
import { openFile } from '@/lib/files/open-file';
import { quote } from '@/lib/link/link';
import { answersInHead, pastedParameters } from '@/lib/link/pasted';
import type { OutputBody } from '@/lib/outputs/output';
import { MOST_CHARACTERS } from '@/lib/proof/read-manifests';
import { type Reading, readAnswers, readParameters } from '@/lib/reading/reading';

/** What a command prints, and the code that it ends with. */
export interface Outcome {
  readonly code: number;
  readonly output: OutputBody;
  readonly errors: string;
}

/** What ends a command: lines for standard error, and a code. */
export class CommandFault extends Error {
  readonly code: number;

  constructor(lines: readonly string[], code = 2) {
    super([...new Set(lines)].join('\n'));
    this.code = code;
  }
}

/**
 * Reads a link as the routes read a query: a file must never be made from a part of what was asked for.
 * @throws CommandFault with every fault, one a line
 */
export function answersOfLink(link: string): Reading {
  const read = readParameters(catalog, pastedParameters(catalog, link));
  if ('errors' in read)
    throw new CommandFault(read.errors.map(({ key, message }) => `${quote(key)}: ${message}`));
  return read.reading;
}

/** Reads the answers from a values file: from the line in its head, where its keys do not say otherwise. */
function answersOfFile(file: string, text: string): Reading {
  const head = answersInHead(text);
  if (head) answersOfLink(`#${head}`); // a line that is damaged is a fault
  const opened = openFile(catalog, text);
  if ('fault' in opened) {
    const { line, message } = opened.fault;
    throw new CommandFault([`${file}: ${line === undefined ? '' : `line ${line}: `}${message}`]);
  }
  return readAnswers(catalog, opened.raw, opened.userFiles);
}

/** The text of a file, whatever its encoding; `-` is standard input. @throws CommandFault where it is none */
export function inputText(file: string): string {
  const read = textOfFile(bytesOf(file), MOST_CHARACTERS);
  if ('fault' in read) throw new CommandFault([`${file}: ${read.fault.message}`]);
  return read.text;
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch {
    throw new CommandFault([`${file === '-' ? 'Standard input' : file} cannot be read.`]);
  }
}

/** A file that is there, or standard input, is read as one; anything else is a link. */
export function answersFrom(given: string): Reading {
  if (given !== '-' && !existsSync(given)) {
    if (!/^[^=:#?]+$/.test(given)) return answersOfLink(given);
    throw new CommandFault([`${given} is no file that is there, and no link.`]);
  }
  const text = inputText(given);
  const isLink = given === '-' && /^\s*\S*=\S*\s*$/.test(text);
  return isLink ? answersOfLink(text.trim()) : answersOfFile(given, text);
}

/** Control characters, and what turns the direction of a text: a terminal obeys them. Line breaks and tabs stay. */
const CONTROLS = /(?![\n\t])[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/**
 * A text for a terminal and a log, whatever stood in the files that it was made from: no control character, and no line
 * that a CI reads as a command (`::error::`, `##vso[…]`, `##teamcity[…]`, `section_start:`).
 */
export const safeText = (text: string): string =>
  text
    .replace(CONTROLS, '\uFFFD')
    .replace(/^([ \t]*):(?=:)/gm, '$1: ')
    .replace(/#(?=#\w*\[)/g, '# ')
    .replace(/^([ \t]*)(?=section_(?:start|end):|--- |\+\+\+ |~~~ |\^\^\^ )/gm, '$1. ');

/** JSON that a terminal and a CI read as nothing else, and every program as the same data. */
export const safeJson = (value: unknown): string =>
  `${JSON.stringify(value, null, 2)
    .replace(CONTROLS, (one) => `\\u${(one.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)
    .replace(/##/g, '#\\u0023')
    .replace(/::/g, ':\\u003a')}\n`;
