import type { Output } from '../output';

/** Every file in one archive. */
export const bundleOutput: Output = {
  name: 'bundle',
  title: 'Bundle',
  file: {
    name: 'bundle.zip',
    contentType: 'application/zip',
    about: 'all of these files in one archive',
    hasRoute: true,
    isBundled: false,
    load: async () => (await import('./bundle')).bundle,
  },
};
