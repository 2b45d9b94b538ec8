import { idOf, type Place } from './place';
import type { PossibleValue } from './possible-value';

/**
 * What a template does with a value:
 * - `value`: uses it as it is, with all that stands below it
 * - `structure`: the same, and it prints a whole mapping or list
 * - `test`: asks whether it is there, or of what kind
 * - `names`: asks what names, or how many items, it has
 * - `unfollowed`: hands it on to where it cannot be followed
 */
export type UseKind = 'value' | 'structure' | 'test' | 'names' | 'unfollowed';

/** One use of one place, the first of its kind. */
export interface Use {
  readonly place: Place;
  readonly kind: UseKind;
  /** The file, from the chart's folder on. */
  readonly file: string;
  readonly line: number;
}

/** Where in the templates something is done. */
export type Spot = Pick<Use, 'file' | 'line'>;

/** All uses of a chart's values, each once. */
export class Uses {
  readonly #found = new Map<string, Use>();

  get all(): Use[] {
    return [...this.#found.values()];
  }

  /** Notes that something is done with a value: with each place that it may be, or holds. */
  add(value: PossibleValue, kind: UseKind, spot: Spot, seen = new Set<PossibleValue>()): void {
    if (seen.has(value)) return;
    seen.add(value);
    for (const [id, place] of value.places) this.addPlace(place, kind, spot, id);
    if (kind === 'test' || kind === 'names') return; // what a mapping holds is not looked at
    for (const { values } of value.roots.values()) this.addPlace(values, 'unfollowed', spot);
    for (const entry of value.entries.values()) this.add(entry, kind, spot, seen);
    if (value.items) this.add(value.items, kind, spot, seen);
  }

  /** Notes the use of one place. */
  addPlace(place: Place, kind: UseKind, spot: Spot, id = idOf(place)): void {
    const key = `${kind} ${id}`;
    if (!this.#found.has(key)) this.#found.set(key, { place, kind, ...spot });
  }
}
