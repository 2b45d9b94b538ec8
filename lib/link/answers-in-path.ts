/** An address whose `#` was encoded, so that its answers ended up in the path. */
export interface MovedAnswers {
  /** The path before them: where the page is. */
  readonly base: string;
  /** The answers, without `#`, as they are. */
  readonly fragment: string;
}

/**
 * Finds answers behind an encoded `#` (`/%23v=1&…`), as link scanners and some mail programs write it.
 * @param path as a URL has it, percent-encoded
 */
export function answersInPath(path: string): MovedAnswers | undefined {
  const [, base, fragment] = /^(\/[^?#]*?)%(?:25)*23([^?#]*)$/.exec(path) ?? [];
  return base === undefined || fragment === undefined ? undefined : { base, fragment };
}
