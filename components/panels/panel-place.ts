import { store, stored } from '@/components/ui/stored';

const SIZES = ['normal', 'tall', 'folded'] as const;

/** How high the panel is. */
export type PanelSize = (typeof SIZES)[number];

/** Which tab is open, and how high. */
export interface PanelPlace {
  readonly tab: string;
  readonly size: PanelSize;
}

const STORED = 'kaireon-results';

/** The place that this browser has kept; what is not a tab or a size of ours is replaced by `otherwise`. */
export function rememberedPlace(tabs: readonly string[], otherwise: PanelPlace): PanelPlace {
  const read = (text: string): PanelPlace => {
    const { tab, size } = JSON.parse(text) as Partial<Record<string, unknown>>; // `null` throws here
    return {
      tab: tabs.find((one) => one === tab) ?? otherwise.tab,
      size: SIZES.find((one) => one === size) ?? otherwise.size,
    };
  };
  return stored(STORED, read) ?? otherwise;
}

/** Keeps it for the next visit. */
export const rememberPlace = (place: PanelPlace): void => store(STORED, JSON.stringify(place));
