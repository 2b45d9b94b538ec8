import { createSignal } from './signal';

/** `announce` says one polite sentence, seen in the status line and heard from a screen reader. */
export const { send: announce, listen: onAnnounce } = createSignal<string>();
