import type { Output } from '../output';

/** What a cluster or a rendered chart shows of the answers, which the page judges. */
export const proofOutput: Output = {
  name: 'proof',
  title: 'Proof',
  tab: 6,
};
