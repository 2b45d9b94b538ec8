import type { Catalog } from '@/lib/domain/catalog';
import type { Reading } from '@/lib/reading/reading';

/** What an output is made of. */
export interface Material {
  readonly catalog: Catalog;
  /** Without faults. */
  readonly reading: Reading;
  /** Every output there is, for one that packs others. */
  readonly outputs: readonly Output[];
}

/** UTF-8 text, or bytes. */
export type OutputBody = string | Uint8Array<ArrayBuffer>;

/** Makes the body of an output. Pure: the same material always gives the same bytes. */
export type Make = (material: Material) => OutputBody | Promise<OutputBody>;

/** An output that is a file. */
export interface OutputFile {
  /** Its name on disk, in the bundle, and at the root of the server. */
  readonly name: string;
  readonly contentType: string;
  /** What it is, as the bundle's README says it: no capital, no full stop. */
  readonly about: string;
  /** Whether it is served over HTTP at its name. */
  readonly hasRoute: boolean;
  /** Whether it goes into the bundle. */
  readonly isBundled: boolean;
  /** Fetches its maker. Lazy, so that the page's first script holds none of them. */
  readonly load: () => Promise<Make>;
}

/** Something that is made from a reading: the single declaration that routes, bundle and result tabs read. */
export interface Output {
  /** Unique and in kebab case. It names the tab's panel too. */
  readonly name: string;
  readonly title: string;
  readonly file?: OutputFile;
  /** Its place among the result tabs, from 1. Absent where no tab shows it. */
  readonly tab?: number;
}

/** An output that is a file. */
export type FileOutput = Output & { readonly file: OutputFile };

/** Whether an output is a file. */
export const isFile = (output: Output): output is FileOutput => output.file !== undefined;

/** Makes the body of a file. @throws what its maker throws: never for a reading without faults */
export async function makeFile(file: OutputFile, material: Material): Promise<OutputBody> {
  return (await file.load())(material);
}
