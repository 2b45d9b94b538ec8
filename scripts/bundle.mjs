import path from 'node:path';
import { makeFrom, projectRoot } from './sources.mjs';

/** A module of ours and all that it imports as one JavaScript file: Node 20 runs no TypeScript.
 * @param {string} file @param {string} [outDir] of its own: several may ask at once @returns {Promise<string>} its path */
export async function bundle(file, outDir) {
  const { build } = await import('vite'); // only here: the command line is quick where its bundle is fresh
  const { name } = path.parse(file);
  const folder = path.join(projectRoot, outDir ?? `node_modules/.cache/bundled/${name}`);
  await build({
    ...{ configFile: false, publicDir: false, root: projectRoot, logLevel: 'error' },
    resolve: { alias: { '@': projectRoot } },
    ssr: { noExternal: true },
    build: {
      ...{ ssr: file, outDir: folder, emptyOutDir: true },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  return path.join(folder, `${name}.js`);
}

/** Makes bin/.bundle/command-line.js, all that the command line needs, unless it is there and fresh. Prints nothing. */
export const bundleCommand = () =>
  makeFrom('bin/.bundle', () => bundle('bin/command-line.ts', 'bin/.bundle'));
