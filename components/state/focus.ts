import type { AnswersForm } from './answers-form';

export const STEP_TITLE = 'step-title';

/** The id of an option's part of its step: a row, or a group of fields. */
export const optionPlace = (id: string) => `option-${id}`;

export const tabId = (name: string) => `tab-${name}`;

export const focusStepTitle = (): void => focusIn(document.getElementById(STEP_TITLE), 'end');

/** For a control that goes with what it did: the focus stays near, in its panel or on the step's heading. */
export const focusAround = (control: Element): void =>
  (control.closest<HTMLElement>('[role=tabpanel]') ?? document.getElementById(STEP_TITLE))?.focus({
    preventScroll: true,
  });

/** Puts the focus into the control of an answer that is on screen. */
export function focusControl(form: AnswersForm, key: string): void {
  form.setFocus(key);
  // react-hook-form sets the focus in a later task, so this waits for the same one.
  setTimeout(() => document.activeElement?.scrollIntoView({ block: 'center' }));
}

/** Puts the focus into the first control of an option's part, or on the step's heading. */
export function focusOption(id: string): void {
  const control = document
    .getElementById(optionPlace(id))
    ?.querySelector<HTMLElement>('input:not([type=radio]), input:checked, button');
  if (control) focusIn(control);
  else focusStepTitle();
}

/** Puts the focus into an element and brings it into sight. */
export function focusIn(
  element: HTMLElement | null,
  block: ScrollLogicalPosition = 'center',
): void {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block });
}
