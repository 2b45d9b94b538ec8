import type { Output } from '../output';

/** What the answers come to, for programs. */
export const reportOutput: Output = {
  name: 'report',
  title: 'Report',
  file: {
    name: 'values-large.json',
    contentType: 'application/json',
    about: 'the same answers, values, limits and prerequisites for programs',
    hasRoute: true,
    isBundled: true,
    load: async () => {
      const { json, report } = await import('./report');
      return ({ catalog, reading }) => json(report(catalog, reading));
    },
  },
};
