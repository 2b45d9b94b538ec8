import { measureGroups } from './measure-groups';
import { closeFile } from './sheet';

/** Hands the focus to an element and scrolls its place to the top of the window. On a phone the file gives way. */
export function bringIntoView(place: HTMLElement, target = place): void {
  closeFile();
  measureGroups();
  target.focus({ preventScroll: true });
  place.scrollIntoView({ block: 'start' });
}
