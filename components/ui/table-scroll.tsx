import type { ReactNode } from 'react';

/** A table that may be wider than the window: it scrolls by itself, and can be reached by keyboard. */
export function TableScroll({ children }: { readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <div className="table-scroll" tabIndex={0}>
      {children}
    </div>
  );
}
