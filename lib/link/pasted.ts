import type { Catalog } from '@/lib/domain/catalog';
import { answersInHead } from './head';
import {
  type AddressParts,
  addressParameters,
  type Notice,
  type OpenedLink,
  openLink,
  openParameters,
} from './link';
import { answersInPath, decodedWhile, type Parameter } from './parameters';
import { asMeant, isUnderstood } from './parse-link';
import { proofpointTarget } from './proofpoint';

/** What a text that a person pasted holds. */
export type Pasted =
  | { readonly kind: 'link'; readonly opened: OpenedLink }
  /** Not one parameter of it was understood. */
  | { readonly kind: 'nothing'; readonly message: string; readonly notices: readonly Notice[] };

/** How deep an address may be wrapped in another one: a scanner's around a redirect's. */
const MOST_WRAPPINGS = 3;

const WANTED = 'Paste a link of this page, or the line “# answers:” of a file.';

/**
 * Reads a whole address, what stands behind its `#` or `?`, or the line of our file that holds the answers, on one line
 * or two. An address inside a sentence, or inside the address of a link scanner, is found too. A text without
 * answers is reported as such, and never taken for the defaults. Never throws.
 */
export function readPasted(catalog: Catalog, text: string): Pasted {
  const inHead = answersInHead(text);
  if (inHead === '') return { kind: 'link', opened: openLink(catalog, '') };
  const parameters =
    inHead === undefined
      ? pastedParameters(catalog, text)
      : addressParameters(catalog, { query: '', fragment: inHead });
  const opened = openParameters(catalog, parameters);
  if (someUnderstood(catalog, parameters)) return { kind: 'link', opened };
  const what = parameters.length === 0 ? 'This holds no answers.' : 'No answer was read from this.';
  return { kind: 'nothing', message: `${what} ${WANTED}`, notices: opened.notices };
}

/** The parameters in such a text, without its head: those of an address that it wraps, where only they are understood. */
export const pastedParameters = (catalog: Catalog, text: string): Parameter[] =>
  innermost(catalog, locateAnswers(text), MOST_WRAPPINGS);

function innermost(catalog: Catalog, address: AddressParts, wrappings: number): Parameter[] {
  const parameters = addressParameters(catalog, address);
  const wrapped = parameters.find(({ value }) => /^https?:\/\//i.test(value));
  if (!wrapped || wrappings === 0 || someUnderstood(catalog, parameters)) return parameters;
  const inner = innermost(catalog, locateAnswers(wrapped.value), wrappings - 1);
  return someUnderstood(catalog, inner) ? inner : parameters;
}

const someUnderstood = (catalog: Catalog, parameters: readonly Parameter[]) =>
  asMeant(catalog, parameters).some((one) => isUnderstood(catalog, one));

/** An address that was encoded with its scheme. Only that is undone: the answers in it may be encoded as they are. */
const IS_ENCODED_ADDRESS = /^https?%/i;

/**
 * Where in a pasted text its answers stand: behind `#` or `?` of an address, which may be in the middle of a sentence or
 * have lost its scheme; else the text itself, such as `v=1&…` or a line of our file's head. Never throws.
 */
function locateAnswers(text: string): AddressParts {
  const line = decodedWhile(IS_ENCODED_ADDRESS, unwrapped(text)).replace(/^%(?:25)*23/, '#');
  // `|` ends one where a chat writes `<address|name>`.
  const match = /https?:\/\/[^\s|"<>]+/i.exec(line);
  // An address inside a value, such as a reason's, is a part of that.
  const isInValue = /^[^\s"'<>]*=(?!["'])/.test(line.slice(0, match?.index));
  const found = isInValue ? undefined : match?.[0];
  const written = found === undefined ? line : withoutClosing(found);
  const address = proofpointTarget(written) ?? written;
  const [, path = '', query = '', fragment] = /^([^?#=]*)(\?[^#]*)?(#.*)?$/.exec(address) ?? [];
  const moved = answersInPath(address.replace(/^https?:\/\/[^/]*/i, '').split('?', 1)[0] ?? '');
  if (moved) return { query, fragment: moved.fragment };
  const isAddress = query !== '' || fragment !== undefined || found !== undefined;
  return { query, fragment: withoutTitle(isAddress ? (fragment ?? '') : path || address) };
}

/** A text without its line breaks and the blanks around them: a mail program breaks a long link into lines. */
const unwrapped = (text: string) =>
  text
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .join('');

/** An address without what closes the sentence around it, where a bracket, a quote or a comma is part of that. */
const withoutClosing = (address: string) =>
  address.replace(/(?<![>)}"'`,;])[>)}"'`,;]+[.!?:]*$/, '');

/** `# answers: v=1&…`, or the second line of the form on two lines, as a fragment. */
const withoutTitle = (text: string) => text.replace(/^#?\s*(?:answers:\s*(?:#\s*)?)?/, '');
