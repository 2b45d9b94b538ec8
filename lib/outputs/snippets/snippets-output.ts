import type { Output } from '../output';

/** Commands to paste. The page makes them with its own address. */
export const snippetsOutput: Output = {
  name: 'snippets',
  title: 'Use it',
  tab: 5,
};
