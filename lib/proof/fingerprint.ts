const CERTIFICATE = /-----BEGIN [A-Z ]{1,40}-----[^-]*-----END [A-Z ]{1,40}-----/g;
const DATE = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?/g;
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const CHECKSUM = /[0-9a-f]{32,}/g;
const TOKEN = /[A-Za-z0-9+/=]{10,}/g;
/** Seconds or milliseconds since 1970. */
const EPOCH = /^1[6-9]\d{8}(?:\d{3})?$/;
/** Where a token goes from one kind of character to another. */
const TURNS = /[a-z](?=[A-Z0-9])|[A-Z](?=[a-z0-9])|[0-9](?=[A-Za-z])/g;

/**
 * A text without what programs generate: identifiers, checksums, random passwords, keys, dates. These differ between two
 * renders of the same values, so they say nothing about any key.
 */
export const withoutChance = (text: string): string =>
  text.length < 10
    ? text
    : text
        .replace(CERTIFICATE, '*')
        .replace(DATE, '*')
        .replace(UUID, '*')
        .replace(CHECKSUM, '*')
        .replace(TOKEN, (token) => (isRandom(token) ? '*' : token));

/** A random text keeps changing between small letters, capitals and digits; a name does not. */
const isRandom = (token: string): boolean =>
  EPOCH.test(token) || (token.match(TURNS)?.length ?? 0) >= token.length * 0.4;

/**
 * A number of 53 bits for a text: the same for equal texts, and hardly ever the same for different ones (cyrb53, a
 * public domain hash by bryc). It lets a value be found without being kept; it protects nothing.
 */
export function fingerprint(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
