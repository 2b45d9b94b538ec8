/** The id of the heading of the step on screen. */
export const STEP_TITLE = 'step-title';

/** The id of an option's part of its step: a row, or a group of fields. */
export const optionPlace = (id: string) => `option-${id}`;

const CONTROL = 'input:not([type=radio]), input:checked, select, button';

/** Puts the focus on the heading of the step on screen. */
export function focusStepTitle(): void {
  focusIn(document.getElementById(STEP_TITLE));
}

/** Puts the focus into an answer's control. Returns whether the answer has one on screen. */
export function focusControl(key: string): boolean {
  const named = [...document.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(key)}"]`)];
  const control = named.find((one) => one.type !== 'radio' || one.checked) ?? named[0];
  if (!control) return false;
  focusIn(control);
  return true;
}

/** Longer than any part of the page takes to come. */
const LONGEST_WAIT_MS = 5_000;

/** The same for an answer whose part of the page is still on its way. */
export function focusControlOnceThere(key: string): void {
  const end = () => {
    clearTimeout(timer);
    observer.disconnect();
  };
  const observer = new MutationObserver(() => focusControl(key) && end());
  const timer = setTimeout(end, LONGEST_WAIT_MS);
  observer.observe(document.body, { childList: true, subtree: true });
}

/** Puts the focus into the first control of an option's part, or on the step's heading. */
export function focusOption(id: string): void {
  const place = document.getElementById(optionPlace(id));
  focusIn(place?.querySelector<HTMLElement>(CONTROL) ?? document.getElementById(STEP_TITLE));
}

/** Puts the focus into an element and brings it into sight. */
export function focusIn(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: element.id === STEP_TITLE ? 'end' : 'center' });
}
