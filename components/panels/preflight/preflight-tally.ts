import type { Catalog } from '@/lib/domain/catalog';
import { prerequisitesOf } from '@/lib/reading/prerequisites';
import type { Reading } from '@/lib/reading/reading';
import type { Ticks } from '../ticks';

/** "6/29": how many items are ticked, and how many there are. */
export function preflightTally(catalog: Catalog, reading: Reading, ticks: Ticks): string {
  const items = prerequisitesOf(catalog, reading);
  return `${items.filter(ticks.has).length}/${items.length}`;
}
