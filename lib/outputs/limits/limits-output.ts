import type { Output } from '../output';

/** The limits that apply. The reading already holds them; the page lists them. */
export const limitsOutput: Output = {
  name: 'limits',
  title: 'Limits',
  tab: 1,
};
