import path from 'node:path';
import type { NextConfig } from 'next';

const jsYaml = path.resolve('node_modules/js-yaml/dist/js-yaml.mjs');

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Types are a stage of their own (`npm test -- types`), over the tests and scripts too. Next would run
  // the same `tsc` a second time.
  typescript: { ignoreBuildErrors: true },
  // Without it a lockfile in some folder further up makes Next take that folder for the project's root.
  turbopack: { root: process.cwd() },
  webpack(webpack) {
    // The half of js-yaml that reads is fetched once the page is idle, the half that writes at once. One module cannot
    // be split over two chunks, so the reader is a module of its own (docs/decisions/0009).
    webpack.resolve.alias['js-yaml/browser$'] = `${jsYaml}?reader`;
    webpack.module.rules.push({ test: jsYaml, loader: path.resolve('scripts/pure-js-yaml.cjs') });
    return webpack;
  },
};

export default config;
