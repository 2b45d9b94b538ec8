/**
 * The ref of a radio or checkbox of which the form, not the page as it was prerendered, says whether it is checked:
 * react-hook-form takes a control that is checked by default for the truth, and would forget what a link said.
 */
export function asTold(ref: (element: HTMLInputElement | null) => void) {
  return (element: HTMLInputElement | null) => {
    if (element) element.defaultChecked = false;
    ref(element);
  };
}
