import type { Output } from '../output';

/** The honest limits. */
export const limitsOutput: Output = {
  name: 'limits',
  title: 'Limits',
  tab: { place: 1, panel: 'limits' },
  file: {
    name: 'LIMITS.md',
    contentType: 'text/markdown; charset=utf-8',
    about: 'the honest limits of these answers in full',
    hasRoute: false,
    isBundled: false,
    load: async () => {
      const { limitsMarkdown } = await import('./limits-markdown');
      return ({ reading }) => limitsMarkdown(reading);
    },
  },
};
