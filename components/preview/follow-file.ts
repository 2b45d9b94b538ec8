import type { WizardState } from '@/components/state/wizard-state';
import type { Line } from '@/lib/overlay/print';
import { pathsInFocus } from './line-places';

/** A line to bring into sight, and how far below the top of the pane. */
export interface Target {
  readonly id: string;
  readonly where: 'third' | 'top';
}

/** What a person looks for after a move from one state to the next; nothing where the file may stay. */
export function targetOf(
  now: WizardState,
  before: WizardState | undefined,
  ofStep: ReadonlySet<string>,
): Target | undefined {
  const first = (is: (line: Line) => boolean): string | undefined => now.lines.find(is)?.id;
  const firstOf = (paths: readonly string[]) =>
    first(({ kind, path }) => kind === 'key' && path !== undefined && paths.includes(path));

  if (now.shownPaths && now.shownPaths !== before?.shownPaths) {
    const id = firstOf(now.shownPaths.paths);
    if (id !== undefined) return { id, where: 'third' };
  }
  if (before && now.changedLines !== before.changedLines) {
    const id = first(({ kind, id }) => kind === 'key' && now.changedLines.has(id));
    if (id !== undefined) return { id, where: 'third' };
  }
  if (now.focusedKey !== before?.focusedKey || now.view !== before?.view) {
    const id = firstOf(pathsInFocus(now));
    if (id !== undefined) return { id, where: 'third' };
  }
  if (now.step !== before?.step) {
    const id = first(({ path }) => path !== undefined && ofStep.has(path));
    if (id !== undefined) return { id, where: 'top' };
  }
  return undefined;
}

const ROOM_ABOVE_PX = 12;

/** Brings a line into sight if it is not, moving the pane and nothing else. Reads the layout: only after a paint. */
export function reveal(pane: HTMLElement, line: HTMLElement, where: Target['where']): void {
  const top = line.offsetTop;
  const isInSight =
    top >= pane.scrollTop && top + line.offsetHeight <= pane.scrollTop + pane.clientHeight;
  if (where === 'top') pane.scrollTop = Math.max(0, top - ROOM_ABOVE_PX);
  else if (!isInSight) pane.scrollTop = Math.max(0, top - pane.clientHeight / 3);
}
