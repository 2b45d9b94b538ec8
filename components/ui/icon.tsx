import type { limitKinds } from '@/lib/domain/limit-kind';
import type { State } from '@/lib/proof/states';

export type IconName =
  | State
  | (typeof limitKinds)[keyof typeof limitKinds]['icon']
  | 'problem'
  | 'help'
  | 'ok'
  | 'changed'
  | 'chevron'
  | 'undo'
  | 'redo'
  | 'reset'
  | 'open'
  | 'check'
  | 'compare'
  | 'theme'
  | 'search'
  | 'left'
  | 'right'
  | 'download'
  | 'fold'
  | 'taller'
  | 'more'
  | 'list'
  | 'file';

/** A sign in the colour of the text beside it, which says the same in words. One element: `styles/icons.css` draws it. */
export function Icon({ name }: { readonly name: IconName }) {
  return <span className={`icon icon-${name}`} aria-hidden="true" />;
}
