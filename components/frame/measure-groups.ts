/**
 * Lays out every group for two frames. The browser skips those that are off the screen, only guesses how high one is
 * that it never laid out, and would scroll to where a place is not; what it measured once it remembers, until the
 * window has another width.
 */
export function measureGroups(): void {
  const { dataset } = document.documentElement;
  dataset.laidOut = 'true';
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      for (const group of document.querySelectorAll<HTMLElement>('.group')) {
        const { top, bottom } = group.getBoundingClientRect();
        // One that is in sight would flicker, were it skipped again.
        group.toggleAttribute('data-near', bottom > 0 && top < innerHeight);
      }
      delete dataset.laidOut;
    }),
  );
}
