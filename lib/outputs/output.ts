import type { Catalog } from '@/lib/domain/catalog';
import type { Reading } from '@/lib/reading/reading';

/** What an output is made of. */
export interface Material {
  readonly catalog: Catalog;
  /** Without faults. */
  readonly reading: Reading;
  /** Every output there is, for one that tells of the others. */
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
  /** Whether it is served over HTTP at its name, as it is unless this is `false`. */
  readonly hasRoute?: boolean;
  /** Whether it goes into the bundle, as it does unless this is `false`. */
  readonly isBundled?: boolean;
  /** Set where it is the same whatever the answers: its route takes no parameter. */
  readonly takesNoAnswers?: true;
  /** Fetches its maker. Lazy, so that the page's first script holds none of them. */
  readonly load: () => Promise<Make>;
}

/** The panels that the page has of its own; `components/panels/panels.tsx` has one component for each. */
export type PanelName = 'limits' | 'capacity' | 'topology' | 'preflight' | 'use-it' | 'your-chart';

/** Something that is made from a reading: the one declaration that routes, bundle, tabs and command line read. */
export interface Output {
  /** Unique and in kebab case; the command line knows it by this name. */
  readonly name: string;
  readonly title: string;
  readonly file?: OutputFile;
  /** Its place among the result tabs, from 1, and its panel. Without a panel the tab shows the file as text. */
  readonly tab?: { readonly place: number; readonly panel?: PanelName };
}

/** Whether an output is a file. */
export const isFile = (output: Output): output is Output & { readonly file: OutputFile } =>
  output.file !== undefined;

/** The files that are served over HTTP, each at its name. */
export const routesOf = (outputs: readonly Output[]) =>
  outputs.filter(isFile).filter(({ file }) => file.hasRoute !== false);

/** Makes the body of a file. @throws what its maker throws: never for a reading without faults */
export async function makeFile(file: OutputFile, material: Material): Promise<OutputBody> {
  return (await file.load())(material);
}

/** A value as the JSON that is sent and bundled: indented, with one final newline. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
