import type { Output } from '../output';

/** The picture. */
export const topologyOutput: Output = {
  name: 'topology',
  title: 'Topology',
  tab: { place: 3, panel: 'topology' },
  file: {
    name: 'topology.svg',
    contentType: 'image/svg+xml',
    about: 'a picture of it all',
    hasRoute: false,
    load: async () => (await import('./topology-svg')).topologyFile,
  },
};
