/** What the page was opened with. */
export interface OpenedAddress {
  /** With its `?`, or empty. */
  readonly query: string;
  /** With its `#`, or empty. */
  readonly fragment: string;
  /** What the browser kept in this entry of its history. */
  readonly state: unknown;
}

/**
 * Read as soon as this module is loaded: Next's router then writes its own entry over the page's, and where the
 * address has a query it puts that address back once the page has opened, over the link. Without a query it does not.
 */
const opened: OpenedAddress | undefined = typeof location === 'undefined' ? undefined : take();

function take(): OpenedAddress {
  const { pathname, search, hash } = location;
  const { state } = history;
  if (search) history.replaceState(state, '', pathname + hash);
  return { query: search, fragment: hash, state };
}

/** @throws Error where there is no address: on the server */
export function openedAddress(): OpenedAddress {
  if (!opened) throw new Error('There is no address to open.');
  return opened;
}
