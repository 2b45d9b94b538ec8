/** Hands every value that is sent on to all who listen. `listen` returns a function that ends it. */
function createSignal<T = void>() {
  const listeners = new Set<(value: T) => void>();
  return {
    send(value: T): void {
      for (const listener of listeners) listener(value);
    },
    listen(listener: (value: T) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const { send: say, listen: onAnnounce } = createSignal<string>();

/** After the last keystroke, how long until a sentence is said: one for a number, not one for each digit. */
const PAUSE_MS = 600;

let soon: ReturnType<typeof setTimeout> | undefined;

/** Says one polite sentence, seen in the status line and heard from a screen reader. */
export function announce(sentence: string): void {
  clearTimeout(soon);
  say(sentence);
}

/** Says it after a pause, unless something else is announced before. */
export function announceSoon(sentence: string): void {
  clearTimeout(soon);
  soon = setTimeout(() => say(sentence), PAUSE_MS);
}

/** A text that the page could not copy, and the sentence to announce once the person has copied it. */
export interface Uncopied {
  readonly text: string;
  readonly done: string;
}

const { send, listen: onUncopied } = createSignal<Uncopied>();

export { onAnnounce, onUncopied };

export const NOT_COPIED = 'The browser gives this page no clipboard, so nothing was copied.';

/**
 * Copies a text and announces that it is `done`. A page over plain `http` has no clipboard, and a browser may refuse it:
 * then the text is shown selected instead, for the person to copy.
 */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(done);
  } catch {
    send({ text, done });
    announce(NOT_COPIED);
  }
}

/** Hands a text or bytes to the browser as a download, and announces it. */
export function save(content: BlobPart, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const anchor = Object.assign(document.createElement('a'), { href: url, download: name });
  anchor.click();
  // The browser has taken the bytes by the time the click returns to the event loop.
  setTimeout(() => URL.revokeObjectURL(url));
  announce(`${name} was downloaded.`);
}
