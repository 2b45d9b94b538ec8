// `npm run build:static`: the page as plain files in out/, for a bucket or any file server, at any path.
// Everything but the HTTP routes.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { bundle } from './bundle.mjs';

/** Next builds into the .next beside its sources: in a copy, the build that `npm start` serves stays as it is. */
const work = '.static-build';
const sources = 'app components lib next.config.ts package.json tsconfig.json'.split(' ');

rmSync(work, { recursive: true, force: true });
mkdirSync(work);
for (const name of sources) cpSync(name, `${work}/${name}`, { recursive: true });

const { status } = spawnSync('npx', ['--no-install', 'next', 'build', work], {
  stdio: 'inherit',
  env: { ...process.env, BUILD_TARGET: 'static', NEXT_TELEMETRY_DISABLED: '1' },
});
if (status !== 0) process.exit(status ?? 1);

/** @type {typeof import('../server/security-headers')} */
const { addPolicy } = await import(await bundle('server/security-headers.ts'));
rmSync('out', { recursive: true, force: true });
cpSync(`${work}/out`, 'out', { recursive: true });
// What Next's router would fetch to go from page to page is removed: there is one page, and its policy allows no requests.
for (const name of readdirSync('out')) {
  const file = `out/${name}`;
  if (name.startsWith('_not-found') || name.endsWith('.txt')) rmSync(file, { recursive: true });
  else if (name.endsWith('.html')) writeFileSync(file, addPolicy(readFileSync(file, 'utf8')));
}
rmSync(work, { recursive: true });
console.log('The page is in out/.');
