import { createSignal } from './signal';

/** `openTab` opens a result tab by its name and hands it the focus, from anywhere on the page. */
export const { send: openTab, listen: onOpenTab } = createSignal<string>();
