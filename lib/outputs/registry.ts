import type { Output } from './output';

/** Everything that is made from a reading, in the order of routes and bundle. */
export const outputs: readonly Output[] = [
  { name: 'limits', title: 'Limits', summary: 'What is true of these very choices.', tab: 1 },
  { name: 'capacity', title: 'Capacity', summary: 'What the tiers ask of the cluster.', tab: 2 },
  { name: 'topology', title: 'Topology', summary: 'A picture of it all.', tab: 3 },
  { name: 'preflight', title: 'Preflight', summary: 'What must exist first.', tab: 4 },
  { name: 'snippets', title: 'Use it', summary: 'Commands to paste.', tab: 5 },
  { name: 'proof', title: 'Proof', summary: 'What Helm makes of the file.', tab: 6 },
];

/** The outputs that are shown in a tab, in the order of the tabs. */
export const tabs: readonly Output[] = outputs
  .filter(({ tab }) => tab !== undefined)
  .sort((one, other) => (one.tab ?? 0) - (other.tab ?? 0));
