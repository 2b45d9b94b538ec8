import { type ComponentType, lazy } from 'react';

/** Every part that is fetched later, for {@link fetchParts}. */
const parts: (() => Promise<unknown>)[] = [];

/** A component that the first paint does without. @param load imports its module and picks it out */
export function lazyPart<P>(load: () => Promise<ComponentType<P>>) {
  parts.push(load);
  return lazy(async () => ({ default: await load() }));
}

/** Fetches every lazy part, so that nothing is requested later and the page goes on working with the network cut. */
export async function fetchParts(): Promise<void> {
  await Promise.all(parts.map((load) => load().catch(() => {}))); // a part says itself when it did not come
}

/** Calls something once the page is idle. Returns what takes that back. */
export function whenIdle(run: () => void): () => void {
  // Safari has no requestIdleCallback.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(run, 200);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(run, { timeout: 2_000 });
  return () => cancelIdleCallback(handle);
}
