import type { ComponentProps } from 'react';

/** A button that submits nothing. `className` names another look of the style sheet: a link, a ghost, a card. */
export function Button({ className = 'button', ...attributes }: ComponentProps<'button'>) {
  return <button type="button" className={className} {...attributes} />;
}
