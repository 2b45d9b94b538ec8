import type { Output } from '../output';

/** What must exist before the overlay is applied. */
export const preflightOutput: Output = {
  name: 'preflight',
  title: 'Preflight',
  tab: { place: 4, panel: 'preflight' },
  file: {
    name: 'PREFLIGHT.md',
    contentType: 'text/markdown; charset=utf-8',
    about: 'what must exist before the overlay is applied, with a command that proves each item',
    hasRoute: true,
    isBundled: true,
    load: async () => {
      const { preflightMarkdown } = await import('./preflight');
      return ({ catalog, reading }) => preflightMarkdown(catalog, reading);
    },
  },
};
