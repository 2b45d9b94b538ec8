/** The letters that Proofpoint counts in: one stands for its place. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * The address inside one that Proofpoint has rewritten, which hides every sign of ours; `undefined` for any other.
 * Version 2 writes a sign as `-23` and a slash as `_`; version 3 writes `*` for each sign, `**B` for three in a row, and
 * the signs themselves behind the address in base64.
 */
export function proofpointTarget(address: string): string | undefined {
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
