import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { projectRoot } from './run.mjs';

/**
 * Modules of ours for a script: Node 20 runs no TypeScript, so they are made into JavaScript files first.
 *
 * @param {string} name of the script that asks, since several may ask at once
 * @param {string[]} files from the project's root
 * @returns {Promise<string[]>} the addresses to import, in the same order
 */
export async function bundleTypeScript(name, files) {
  const outDir = path.join(projectRoot, 'node_modules', '.cache', 'bundled', name);
  const { NODE_ENV } = process.env;
  await build({
    configFile: false,
    logLevel: 'warn',
    root: projectRoot,
    resolve: { alias: { '@': projectRoot } },
    build: { ssr: true, outDir, emptyOutDir: true, rolldownOptions: { input: files } },
  });
  // Vite sets it, and what is started later would take it for its own.
  if (NODE_ENV === undefined) Reflect.deleteProperty(process.env, 'NODE_ENV');
  return files.map((file) => pathToFileURL(path.join(outDir, `${path.parse(file).name}.js`)).href);
}
