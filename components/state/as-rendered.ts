/**
 * Gives every control what the page was sent with. A browser that restores a form, or an extension, may have filled
 * one in before the page was alive: nobody would have taken that, so it must not stand there as if somebody had.
 */
export function showAsRendered(): void {
  for (const control of document.querySelectorAll('input')) {
    if (control.checked !== control.defaultChecked) control.checked = control.defaultChecked;
    if (control.value !== control.defaultValue) control.value = control.defaultValue;
  }
}
