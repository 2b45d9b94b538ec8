import type { NextConfig } from 'next';

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Types are a stage of their own (`npm test -- types`), over the tests and scripts too. Next would run
  // the same `tsc` a second time.
  typescript: { ignoreBuildErrors: true },
  // Without it a lockfile in some folder further up makes Next take that folder for the project's root.
  turbopack: { root: process.cwd() },
};

export default config;
