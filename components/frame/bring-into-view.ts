import { closeFile } from './sheet';

/** Hands the focus to an element and scrolls its place to the top of the window. On a phone the file gives way. */
export function bringIntoView(place: HTMLElement, target = place): void {
  closeFile();
  layOutAll();
  target.focus({ preventScroll: true });
  place.scrollIntoView({ block: 'start' });
}

/**
 * The browser only guesses how high a group is that was never in sight, and would scroll to where the place is not. Two
 * frames are enough for it to measure every group, and it remembers what it measured.
 */
function layOutAll(): void {
  const { dataset } = document.documentElement;
  dataset.laidOut = 'true';
  requestAnimationFrame(() => requestAnimationFrame(() => delete dataset.laidOut));
}
