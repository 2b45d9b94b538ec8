/**
 * Finds answers behind an encoded `#` (`/%23v=1&…`), as link scanners and some mail programs write it.
 * @param path as a URL has it, percent-encoded
 * @returns the path before them, where the page is, and the answers as they are, without `#`
 */
export function answersInPath(path: string): { base: string; fragment: string } | undefined {
  const [, base, fragment] = /^(\/[^?#]*?)%(?:25)*23([^?#]*)$/.exec(path) ?? [];
  return base === undefined || fragment === undefined ? undefined : { base, fragment };
}
