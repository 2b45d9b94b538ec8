import { createHash } from 'node:crypto';

/** A strong validator: equal exactly when the bytes are. */
export function entityTag(body: string | Uint8Array): string {
  return `"${createHash('sha256').update(body).digest('base64url')}"`;
}

/**
 * Whether an `If-None-Match` names this tag, by the weak comparison that RFC 9110 asks for there: `*`, one tag or a
 * list, each with or without `W/`. Anything else in it is ignored.
 */
export function isNamed(tag: string, ifNoneMatch: string | null | undefined): boolean {
  if (!ifNoneMatch) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const tags: readonly string[] = ifNoneMatch.match(/"[\x21\x23-\x7e\x80-\xff]*"/g) ?? [];
  return tags.includes(tag);
}
