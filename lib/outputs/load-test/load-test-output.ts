import type { Output } from '../output';

/** A load test of the size that was planned. */
export const loadTestOutput: Output = {
  name: 'load-test',
  title: 'Load test',
  file: {
    name: 'recommend.k6.js',
    contentType: 'text/javascript; charset=utf-8',
    about: 'a k6 script for the load that was planned',
    load: async () => (await import('./k6-script')).k6Script,
  },
};
