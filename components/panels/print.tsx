import { type ComponentType, useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';

/** Draws the printed page when the browser is about to print, and only then. */
export function Print({ of: Page }: { readonly of: ComponentType }) {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const media = matchMedia('print');
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    const follow = () => (media.matches ? begin() : end());
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    media.addEventListener('change', follow);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
      media.removeEventListener('change', follow);
    };
  }, []);
  return isPrinting && createPortal(<Page />, document.body);
}
