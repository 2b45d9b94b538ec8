import type { Catalog } from '@/lib/domain/catalog';
import type { Reading } from '@/lib/reading/reading';

/** Makes an output of a reading without faults. Pure: the same reading always gives the same bytes. */
export type Make = (catalog: Catalog, reading: Reading) => OutputBody | Promise<OutputBody>;

/** UTF-8 text, or bytes. */
export type OutputBody = string | Uint8Array<ArrayBuffer>;

/** An output that is a file. */
export interface OutputFile {
  readonly name: string;
  readonly contentType: string;
  /** Whether it is served over HTTP at its name. */
  readonly hasRoute: boolean;
  /** Whether it goes into the bundle. */
  readonly isBundled: boolean;
  /** Fetches its maker only where it is made, so that the page's first script holds none of them. */
  readonly load: () => Promise<Make>;
}

/** Something that is made from a reading: the single declaration that routes, bundle and result tabs read. */
export interface Output {
  /** Unique and in kebab case: names the tab's panel too. */
  readonly name: string;
  readonly title: string;
  /** What it is, in a line. */
  readonly summary: string;
  readonly file?: OutputFile;
  /** Its place among the result tabs, from 1; absent where it is not shown in one. */
  readonly tab?: number;
}
