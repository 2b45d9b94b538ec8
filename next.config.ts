import path from 'node:path';
import type { NextConfig } from 'next';

/**
 * What a build is for: `next start` (when nothing is said), a container (`standalone`: the server and what it needs of
 * node_modules in one folder) or plain files (`static`; see scripts/build-static.mjs).
 */
const target = process.env.BUILD_TARGET;

const staticFiles: NextConfig = {
  output: 'export',
  // Routes and instrumentation are .ts, pages .tsx: plain files have no server to run the former.
  // Two of them, since Next's loader loses a list of one.
  pageExtensions: ['tsx', 'jsx'],
};

const server: NextConfig = {
  // A link whose # was encoded on its way, as link scanners do (`/%23v=1&…`). Plain files have app/not-found.tsx for it.
  redirects: async () =>
    ['%23', '%2523'].map((sharp) => ({
      source: `/${sharp}:answers(.*)`,
      destination: '/#:answers',
      permanent: false,
    })),
};

/** What is read here of webpack's own types, which Next does not export. */
interface Chunk {
  readonly name?: string;
  readonly canBeInitial: () => boolean;
}
interface Resolved {
  readonly contextInfo: { readonly issuerLayer?: string | null };
  readonly createData?: { resource?: string; userRequest?: string; request?: string };
}

/** What Next ships a second time as ES modules, in dist/esm. */
const COMMON_JS = /[\\/]next[\\/]dist[\\/](?=(?:client|lib|pages|shared)[\\/])/;

/** Puts Next's ES module in place of its CommonJS twin. The other router knows its modules by where they stand: not there. */
function takeEsModule({ contextInfo, createData }: Resolved) {
  if (!createData?.resource || contextInfo.issuerLayer === 'app-pages-browser') return;
  const to = createData.resource.replace(COMMON_JS, path.normalize('/next/dist/esm/'));
  Object.assign(createData, { resource: to, userRequest: to, request: to });
}

/** Folders of our own, and of the one library that only the idle page uses. */
const OURS = ['components', 'lib', 'node_modules/fflate'].map(
  (folder) => path.resolve(folder) + path.sep,
);
const isOurs = ({ resource = '' }: { readonly resource?: string }) =>
  OURS.some((folder) => resource.startsWith(folder));

const jsYaml = path.resolve('node_modules/js-yaml/dist/js-yaml.mjs');

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Types are a stage of their own (`npm test -- types`), over the tests and scripts too. Next would run
  // the same `tsc` a second time.
  typescript: { ignoreBuildErrors: true },
  // Without it a lockfile in some folder further up makes Next take that folder for the project's root.
  turbopack: { root: process.cwd() },
  // No picture goes through Next's image service: its address is then not served at all.
  images: { unoptimized: true },
  env: { STATIC_COPY: String(target === 'static') },
  ...(target === 'static' ? staticFiles : server),
  ...(target === 'standalone' && { output: 'standalone', outputFileTracingRoot: process.cwd() }),

  experimental: { clientRouterFilter: false }, // the page leads to no other one

  webpack(webpack, { isServer, dev, webpack: { NormalModuleReplacementPlugin } }) {
    // Of ES modules only what is used is loaded: 15 kB (gzip) less before the form answers.
    if (!isServer && !dev) {
      webpack.plugins.push(new NormalModuleReplacementPlugin(COMMON_JS, takeEsModule));
      // What Next adds for browsers older than those that it supports, and a stand-in for Node's `process`.
      Object.assign(webpack.resolve.alias, {
        '../build/polyfills/polyfill-module': false,
        process$: false,
      });
    }
    // Only the half of js-yaml that writes is used; what reads is our own (docs/decisions/0014).
    webpack.module.rules.push({ test: jsYaml, loader: path.resolve('scripts/pure-js-yaml.cjs') });
    // What is fetched once the page is idle is one file: gzip makes it 5 kB smaller than many. What the questions fetch
    // at once stands apart, so that it does not wait for that file.
    if (!isServer && webpack.optimization.splitChunks) {
      webpack.optimization.splitChunks.cacheGroups.idle = {
        name: 'idle',
        test: isOurs,
        chunks: (chunk: Chunk) => !chunk.canBeInitial() && chunk.name !== 'questions',
        enforce: true,
      };
    }
    return webpack;
  },
};

export default config;
