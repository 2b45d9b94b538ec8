import { isFile, type Material, makeFile, type OutputBody } from '@/lib/outputs/output';
import { readMe } from './read-me';
import { zip } from './zip';

/**
 * Every file of the bundle by name, in its order there: the outputs that are bundled, each byte for byte what its
 * route sends, and a README.
 */
export async function bundleFiles(material: Material): Promise<Record<string, OutputBody>> {
  const packed = material.outputs.filter(isFile).filter(({ file }) => file.isBundled);
  const made = packed.map(async ({ file }) => [file.name, await makeFile(file, material)] as const);
  return {
    ...Object.fromEntries(await Promise.all(made)),
    'README.md': readMe(
      material.reading,
      packed.map(({ file }) => file),
    ),
  };
}

/** Where the archive unpacks to, so that it meets no file of the reader's. */
export const BUNDLE_FOLDER = 'kaireon-values-large';

/** All files in one zip archive, in a folder of their own. The same answers always give the same bytes, on every machine and in any time zone. */
export async function bundle(material: Material): Promise<Uint8Array<ArrayBuffer>> {
  const files = Object.entries(await bundleFiles(material));
  return zip(Object.fromEntries(files.map(([name, body]) => [`${BUNDLE_FOLDER}/${name}`, body])));
}
