import { idOf, type Place } from './place';
import type { Thing } from './thing';

/**
 * What a template does with a value:
 * - `value`: uses it as it is, with all that stands below it
 * - `structure`: the same, and it prints a whole mapping or list
 * - `test`: asks whether it is there, or of what kind
 * - `names`: asks what names, or how many items, it has
 * - `unfollowed`: hands it on to where nobody can follow
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

  /** Notes that something is done with a thing: with each place of the values that it may be, or holds. */
  add(thing: Thing, kind: UseKind, { file, line }: Spot, seen = new Set<Thing>()): void {
    if (seen.has(thing)) return;
    seen.add(thing);
    for (const [id, place] of thing.places) this.#note(id, { place, kind, file, line });
    if (kind === 'test' || kind === 'names') return; // what a mapping holds is not looked at
    for (const { values } of thing.roots.values()) {
      this.#note(idOf(values), { place: values, kind: 'unfollowed', file, line });
    }
    for (const entry of thing.entries.values()) this.add(entry, kind, { file, line }, seen);
    if (thing.items) this.add(thing.items, kind, { file, line }, seen);
  }

  /** Notes the use of one place. */
  addPlace(place: Place, kind: UseKind, spot: Spot): void {
    this.#note(idOf(place), { place, kind, ...spot });
  }

  #note(id: string, use: Use): void {
    const key = `${use.kind} ${id}`;
    if (!this.#found.has(key)) this.#found.set(key, use);
  }
}
