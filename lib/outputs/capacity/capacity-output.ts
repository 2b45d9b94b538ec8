import type { Output } from '../output';

/** The plan of pods, nodes and connections, which the page lays out in tables. */
export const capacityOutput: Output = {
  name: 'capacity',
  title: 'Capacity',
  summary: 'What the tiers ask of the cluster.',
  tab: 2,
};
