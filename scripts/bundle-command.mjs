// Makes bin/.bundle/command-line.js, all that the command line needs in one file, from its TypeScript.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const projectRoot = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const outDir = path.join(projectRoot, 'bin', '.bundle');
const stampFile = path.join(outDir, 'source-hash');

/** One hash over all that goes into the bundle. */
function hashOfSources() {
  const hash = createHash('sha256').update(
    readFileSync(path.join(projectRoot, 'package-lock.json')),
  );
  const visit = (/** @type {string} */ folder) => {
    const entries = readdirSync(path.join(projectRoot, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = path.posix.join(folder, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith('.')) visit(file);
      else if (/(?<!\.test)\.ts$/.test(entry.name)) {
        hash.update(`${file}\0`).update(readFileSync(path.join(projectRoot, file)));
      }
    }
  };
  for (const folder of ['bin', 'lib']) visit(folder);
  return hash.digest('hex');
}

/** Makes the bundle, unless it is there and fresh. Prints nothing. */
export async function bundleCommand() {
  const hash = hashOfSources();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return;
  const { build } = await import('vite');
  const { NODE_ENV } = process.env;
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    root: projectRoot,
    resolve: { alias: { '@': projectRoot } },
    ssr: { noExternal: true },
    build: {
      ssr: 'bin/command-line.ts',
      outDir,
      emptyOutDir: true,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  // Vite sets it, and what is started later would take it for its own.
  if (NODE_ENV === undefined) Reflect.deleteProperty(process.env, 'NODE_ENV');
  writeFileSync(stampFile, hash);
}

if (pathToFileURL(process.argv[1] ?? '').href === import.meta.url) await bundleCommand();
