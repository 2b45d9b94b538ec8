import type { Catalog } from '@/lib/domain/catalog';
import {
  type AddressParts,
  addressParameters,
  asMeant,
  isUnderstood,
  type ParsedLink,
  parseLink,
} from './link';
import { answersInPath, decodedWhile, type Parameter, parametersOf } from './parameters';

/** How deep an address may be wrapped in another one: a scanner's around a redirect's. */
const MOST_WRAPPINGS = 3;

const WANTED = 'Paste a link of this page, or the line “# answers:” of a file.';

/**
 * Reads a whole address, what stands after its `#` or `?`, or the line of our file that holds the answers, on one line
 * or two. An address inside a sentence, or inside the address of a link scanner, is found too. A text without
 * answers is reported as such, and never taken for the defaults. Never throws.
 */
export function readPasted(catalog: Catalog, text: string): ParsedLink | { message: string } {
  const inHead = answersInHead(text);
  const parameters = inHead === undefined ? pastedParameters(catalog, text) : parametersOf(inHead);
  if (inHead === '' || someUnderstood(catalog, parameters)) return parseLink(catalog, parameters);
  const what = parameters.length === 0 ? 'This holds no answers.' : 'No answer was read from this.';
  return { message: `${what} ${WANTED}` };
}

/** The parameters in such a text, without its head: those of an address that it wraps, where only they are understood. */
export function pastedParameters(
  catalog: Catalog,
  text: string,
  wrappings = MOST_WRAPPINGS,
): Parameter[] {
  const parameters = addressParameters(catalog, locateAnswers(text));
  const wrapped = parameters.find(({ value }) => /^https?:\/\//i.test(value));
  if (!wrapped || wrappings === 0 || someUnderstood(catalog, parameters)) return parameters;
  const inner = pastedParameters(catalog, wrapped.value, wrappings - 1);
  return someUnderstood(catalog, inner) ? inner : parameters;
}

const someUnderstood = (catalog: Catalog, parameters: readonly Parameter[]) =>
  asMeant(catalog, parameters).some((one) => isUnderstood(catalog, one));

/** An address that was encoded with its scheme. Only that is undone: the answers in it may be encoded as they are. */
const IS_ENCODED_ADDRESS = /^https?%/i;

/**
 * Where in a pasted text its answers stand: after `#` or `?` of an address, which may be in the middle of a sentence or
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

/** All comments and blank lines before the first key. */
const HEAD = /^\uFEFF?(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*(?:[ \t]*#[^\r\n]*$)?/;

/** On one line, or alone on the line below its title. */
const ANSWERS = /^# answers:(?: (defaults|v=\S*)|[ \t]*\r?\n# (v=\S*))[ \t]*\r?$/m;

/**
 * The answers that the head of our file holds, as a link without `#`: `# answers: v=1&…` on one line, or `# answers:`
 * and `# v=1&…` below it. `''` for `# answers: defaults`, `undefined` in a file of anyone else's. A caution that is
 * accepted only in a line `# [accepted] <id>: <reason>` is added.
 */
export function answersInHead(text: string): string | undefined {
  const [head = ''] = HEAD.exec(text) ?? [];
  const [, short, long] = ANSWERS.exec(head) ?? [];
  const link = short === 'defaults' ? '' : (short ?? long);
  if (link === undefined) return undefined;
  const parameters = new URLSearchParams();
  // A reason goes on in the lines below it that are indented.
  for (const line of head.replace(/\r?\n#[ ]{3}(?=\S)/g, ' ').split(/\r?\n/)) {
    const [, id = '', reason = ''] = /^# \[accepted\] ([\w-]+): (.*)$/.exec(line) ?? [];
    if (id !== '' && !link.includes(`accept.${id}=`))
      parameters.append(`accept.${id}`, reason.trim());
  }
  return [link, String(parameters)].filter(Boolean).join('&');
}

/** The letters that Proofpoint counts in: one stands for its place. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * The address inside one that Proofpoint has rewritten, which hides every sign of ours; `undefined` for any other.
 * Version 2 writes a sign as `-23` and a slash as `_`; version 3 writes `*` for each sign, `**B` for three in a row, and
 * the signs themselves after the address in base64.
 */
function proofpointTarget(address: string): string | undefined {
  const [, second] =
    /^https?:\/\/urldefense\.proofpoint\.com\/v2\/url\?u=([^&]*)/.exec(address) ?? [];
  if (second !== undefined) {
    const encoded = second.replaceAll('_', '/').replace(/-([0-9A-Fa-f]{2})/g, '%$1');
    return decoded(() => decodeURIComponent(encoded));
  }
  if (!/^https?:\/\/urldefense\.(?:com|us)\/v3\/__/.test(address)) return undefined;
  const [masked = '', rest = ''] = address.slice(address.indexOf('__') + 2).split('__;', 2);
  const packed = rest.split('!', 1)[0] ?? '';
  const signs = decoded(() => atob(packed.replaceAll('-', '+').replaceAll('_', '/'))) ?? '';
  let at = 0;
  return masked.replace(/\*(?:\*(.))?/g, (_, letter?: string) => {
    const count = letter === undefined ? 1 : LETTERS.indexOf(letter) + 2;
    at += count;
    return signs.slice(at - count, at);
  });
}

function decoded(decode: () => string): string | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}
