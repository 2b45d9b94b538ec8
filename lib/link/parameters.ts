/** One parameter of a link, decoded. */
export interface Parameter {
  readonly key: string;
  readonly value: string;
  /** The value with each `+` as it is, where one was read as a space. */
  readonly withPlus?: string;
  /** Whether its percent-encoding is broken or is not UTF-8, so that its content is lost. */
  readonly isDamaged: boolean;
}

/** `&` as HTML writes it. What this finds is left after the `&` of the link itself; no key begins like it. */
const HTML_AMPERSAND = /^(?:(?:amp|#0*38|#x0*26)(?:;|%(?:25)*3B))+/i;

/** An `=` or `&` that was encoded with the rest: no key holds one, and neither does a version. */
const IS_ENCODED_WHOLE = /^(?:[^=&]*%(?:25)*3D|v=\d+%(?:25)*26)/i;

/** How often a text may have been encoded once too often. */
const MOST_DECODINGS = 3;

/**
 * Takes a fragment or a query apart, without its `#` or `?`. What mail programs and chats do to links is undone first
 * where it cannot be mistaken: `&amp;` between parameters, and a text that was encoded as a whole. Never throws.
 */
export function parametersOf(text: string): Parameter[] {
  return decodedWhile(IS_ENCODED_WHOLE, text)
    .split('&')
    .flatMap((part) => decodedParameter(part.replace(HTML_AMPERSAND, '')) ?? []);
}

/** A parameter as it is once its key and its value are decoded one more time; `undefined` where that changes nothing. */
export function decodedAgain({ key, value }: Parameter): Parameter | undefined {
  if (!/%[0-9a-f]{2}/i.test(key + value)) return undefined;
  // An = or & that this decoding brings out belongs to the key or the value.
  const inert = (text: string) => text.replace(/[=&]/g, encodeURIComponent);
  return decodedParameter(`${inert(key)}=${inert(value)}`);
}

/** A text, decoded as long as it looks encoded as a whole; as it is where its encoding is broken. Never throws. */
export function decodedWhile(isEncoded: RegExp, text: string): string {
  let decoded = text;
  for (let turn = 0; turn < MOST_DECODINGS && isEncoded.test(decoded); turn++) {
    try {
      decoded = decodeURIComponent(decoded);
    } catch {
      return text;
    }
  }
  return decoded;
}

/**
 * Finds answers after an encoded `#` (`/%23v=1&…`), as link scanners and some mail programs write it.
 * @param path as a URL has it, percent-encoded
 * @returns the path before them, where the page is, and the answers as they are, without `#`
 */
export function answersInPath(path: string): { base: string; fragment: string } | undefined {
  const [, base, fragment] = /^(\/[^?#]*?)%(?:25)*23([^?#]*)$/.exec(path) ?? [];
  return base === undefined || fragment === undefined ? undefined : { base, fragment };
}

function decodedParameter(part: string): Parameter | undefined {
  // After an &, because URLSearchParams would take a leading ? away.
  const [pair] = new URLSearchParams(`&${part}`);
  if (!pair) return undefined;
  const [key, value] = pair;
  const isDamaged = /%(?![0-9a-fA-F]{2})/.test(part) || /\uFFFD/.test(key + value);
  const plain = new URLSearchParams(`&${part.replaceAll('+', '%2B')}`).values().next().value;
  return { key, value, isDamaged, ...(plain !== value && { withPlus: plain ?? '' }) };
}
