import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { projectRoot } from './run.mjs';

/**
 * A module of ours for a script: Node 20 runs no TypeScript, so it is made into one JavaScript file first.
 *
 * @param {string} file from the project's root
 * @returns {Promise<string>} the address to import
 */
export async function bundleTypeScript(file) {
  const name = path.basename(file, '.ts');
  const outDir = path.join(projectRoot, 'node_modules', '.cache', 'bundled', name);
  await build({
    configFile: false,
    logLevel: 'warn',
    root: projectRoot,
    resolve: { alias: { '@': projectRoot } },
    build: { ssr: file, outDir, emptyOutDir: true },
  });
  return pathToFileURL(path.join(outDir, `${name}.js`)).href;
}
