import type { Output } from '../output';

/** The plan of pods, nodes and connections, which the page lays out in tables. */
export const capacityOutput: Output = {
  name: 'capacity',
  title: 'Capacity',
  tab: 2,
};
