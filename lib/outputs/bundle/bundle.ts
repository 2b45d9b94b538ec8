import { isFile, type Material, makeFile, type Output, type OutputBody } from '../output';

/** Every file in one archive. */
export const bundleOutput: Output = {
  name: 'bundle',
  title: 'Bundle',
  file: {
    name: 'bundle.zip',
    contentType: 'application/zip',
    about: 'all of these files in one archive',
    isBundled: false,
    // What it takes later is fetched here, so that a page with the network cut can make it.
    load: async () => {
      await Promise.all([import('fflate'), import('./read-me')]);
      return bundle;
    },
  },
};

/**
 * Every file of the bundle by name, in its order there: the outputs that are bundled, each byte for byte what its
 * route sends, and a README.
 */
export async function bundleFiles(material: Material): Promise<Record<string, OutputBody>> {
  const packed = material.outputs.filter(isFile).filter(({ file }) => file.isBundled !== false);
  const made = packed.map(async ({ file }) => [file.name, await makeFile(file, material)] as const);
  const { readMe } = await import('./read-me');
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

/** A regular file that all may read: without it some programs unpack files that nobody may. */
const FILE = { os: 3, attrs: (0o100644 << 16) >>> 0 } as const;

/** All files in one zip archive, in a folder of their own. The same answers always give the same bytes, on every machine and in any time zone. */
export async function bundle(material: Material): Promise<Uint8Array<ArrayBuffer>> {
  const [{ strToU8, zipSync }, files] = await Promise.all([
    import('fflate'),
    bundleFiles(material),
  ]);
  const entries = Object.entries(files).map(
    ([name, body]) =>
      [`${BUNDLE_FOLDER}/${name}`, typeof body === 'string' ? strToU8(body) : body] as const,
  );
  // A zip keeps local time without its zone. The first day that it can hold, at noon, given in local time as well and
  // made again each time, because the zone may have changed: then the bytes are the same everywhere.
  return zipSync(Object.fromEntries(entries), { ...FILE, mtime: new Date(1980, 0, 1, 12) });
}
