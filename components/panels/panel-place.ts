/** How high the panel is. */
export type PanelSize = 'normal' | 'tall' | 'folded';

/** Which tab is open, and how high. */
export interface PanelPlace {
  readonly tab: string;
  readonly size: PanelSize;
}

const STORED = 'kaireon-results';
const SIZES: readonly string[] = ['normal', 'tall', 'folded'] satisfies PanelSize[];

/** What was remembered in this browser, as far as it still makes sense. Storage may be denied, or hold anything. */
export function rememberedPlace(tabs: readonly string[]): Partial<PanelPlace> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    const { tab, size } = stored as Record<string, unknown>; // any object can be read so
    return {
      ...(typeof tab === 'string' && tabs.includes(tab) && { tab }),
      ...(typeof size === 'string' && SIZES.includes(size) && { size: size as PanelSize }), // one of them
    };
  } catch {
    return {};
  }
}

/** Keeps it for the next visit, where the browser lets us. */
export function rememberPlace(place: PanelPlace): void {
  try {
    localStorage.setItem(STORED, JSON.stringify(place));
  } catch {
    // It then lasts until the page is left.
  }
}
