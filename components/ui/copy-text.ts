import { createSignal } from './signal';

/** A text that the page could not copy, and the sentence to announce once the person has copied it. */
export interface Uncopied {
  readonly text: string;
  readonly done: string;
}

const { send, listen } = createSignal<Uncopied>();

/** Hands over each text that could not be copied. */
export const onUncopied = listen;

export const NOT_COPIED = 'The browser gives this page no clipboard, so nothing was copied.';

/**
 * Copies a text and returns what happened, in a sentence. A page over plain `http` has no clipboard, and a browser may
 * refuse it: then the text is shown selected instead, for the person to copy.
 */
export async function copyText(text: string, done: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return done;
  } catch {
    send({ text, done });
    return NOT_COPIED;
  }
}
