import type { NextConfig } from 'next';

/** Plain files (scripts/build-static.mjs) rather than the server. */
const isStatic = process.env.BUILD_TARGET === 'static';

const staticFiles: NextConfig = {
  output: 'export',
  // Routes and instrumentation are .ts, pages .tsx: plain files have no server to run the former.
  // Two of them, since Next's loader loses a list of one.
  pageExtensions: ['tsx', 'jsx'],
  // Relative, so that the same files work at any path of any server: there is only one page, at their root.
  assetPrefix: '.',
};

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Types are a stage of their own (`npm run check:types`), over the tests and scripts too. Next would run
  // the same `tsc` a second time.
  typescript: { ignoreBuildErrors: true },
  // Without it a lockfile in some folder further up makes Next take that folder for the project's root.
  turbopack: { root: process.cwd() },
  // No picture goes through Next's image service: its address is then not served at all.
  images: { unoptimized: true },
  env: { STATIC_COPY: String(isStatic) },
  // The server and what it needs of node_modules, in one folder for the image. `npm start` leaves it alone.
  output: 'standalone',
  outputFileTracingRoot: process.cwd(),
  outputFileTracingExcludes: { '*': ['node_modules/sharp/**', 'node_modules/@img/**'] }, // for pictures, of which there are none
  ...(isStatic && staticFiles),
};

export default config;
