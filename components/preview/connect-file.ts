import type { Wizard } from '@/components/state/wizard-context';
import type { WizardState } from '@/components/state/wizard-state';
import { afterPaint } from '@/components/ui/after-paint';
import { type FileOptions, fileRows } from './file-rows';
import { createFileView } from './file-view';
import { reveal, type Target, targetOf } from './follow-file';
import { pathsInFocus, rememberPathsOfStep } from './line-places';

/** The preview, bound to the state. */
export interface ConnectedFile {
  readonly show: (options: FileOptions) => void;
  /** Opens the answer behind the line that holds an element. */
  readonly openLine: (target: EventTarget) => void;
  /** Moves the focus to another key. Returns whether the key was an arrow that did. */
  readonly step: (target: EventTarget, key: string) => boolean;
  readonly disconnect: () => void;
}

/** Draws the file into a pane and follows every change of the state, in the same task. */
export function connectFile(wizard: Wizard, pane: HTMLElement): ConnectedFile {
  const { catalog, store } = wizard;
  const container = pane.firstElementChild;
  if (!container) throw new Error('The preview has no place for its lines.');
  const view = createFileView(container);
  let options: FileOptions = { isHeadOpen: false, isOnlyChanges: false };
  const pathsOfStep = rememberPathsOfStep(catalog);
  let drawn: WizardState | undefined;
  /** The paths that were asked for, until another answer has the focus. */
  let shown: readonly string[] | undefined;
  let target: Target | undefined;

  const scroll = afterPaint(() => {
    const line = target && view.elementOf(target.id);
    if (target && line) reveal(pane, line, target.where);
    target = undefined;
  });

  const draw = () => {
    const state = store.get();
    const { shownPaths, focusedKey } = state;
    if (shownPaths !== (drawn?.shownPaths ?? null)) shown = shownPaths?.paths;
    else if (focusedKey !== drawn?.focusedKey) shown = undefined;
    const ofStep = pathsOfStep(state.reading.entries, state.step);
    view.draw(fileRows(catalog, state, options, { ofStep, inFocus: shown ?? pathsInFocus(state) }));
    const next = targetOf(state, drawn, ofStep);
    drawn = state;
    if (!next) return;
    target = next;
    scroll.ask();
  };

  const follow = () => {
    const { lines, step, focusedKey, shownPaths, view, faultAt, reading, proof } = store.get();
    const isSame =
      drawn?.lines === lines &&
      drawn.step === step &&
      drawn.focusedKey === focusedKey &&
      drawn.shownPaths === shownPaths &&
      drawn.view === view &&
      drawn.proof === proof &&
      drawn.faultAt.size === faultAt.size &&
      drawn.reading.userFiles === reading.userFiles;
    if (!isSame) draw();
  };
  const unsubscribe = store.subscribe(follow);
  draw();

  return {
    show(next) {
      if (next.isHeadOpen === options.isHeadOpen && next.isOnlyChanges === options.isOnlyChanges)
        return;
      options = next;
      pane.scrollTop = 0;
      draw();
    },
    openLine(target) {
      const line = target instanceof Element ? target.closest('.line') : null;
      const path = line && view.pathOf(line);
      if (path) wizard.openPath(path);
    },
    step: (target, key) => target instanceof Element && focusNextKey(container, target, key),
    disconnect() {
      unsubscribe();
      scroll.cancel();
      view.draw([]);
    },
  };
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function focusNextKey(container: Element, target: Element, key: string): boolean {
  const by = STEPS[key];
  if (by === undefined) return false;
  const keys = [...container.querySelectorAll<HTMLElement>('.line.key')];
  const at = keys.findIndex((one) => one.contains(target)); // -1 when the pane itself has the focus
  const next = at < 0 ? keys[0] : keys[at + by];
  if (!next) return false;
  next.tabIndex = -1; // only now: two hundred of them would cost each drawing
  next.focus();
  return true;
}
