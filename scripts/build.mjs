// `npm run build`. With --if-needed, as before `npm start`, only where .next is damaged or older than the sources.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { makeFrom } from './sources.mjs';

async function build() {
  // server/serve.mjs leaves a file with its port there: a build would take away what that server serves.
  for (const mark of existsSync('.next') ? readdirSync('.next') : []) {
    if (!mark.startsWith('serving-')) continue;
    const origin = `http://localhost:${readFileSync(`.next/${mark}`, 'utf8')}`;
    if (!(await fetch(`${origin}/healthz`).catch(() => undefined))) continue;
    console.error(`A server still serves the last build at ${origin}. Stop it first.`);
    process.exit(1);
  }
  const { status } = spawnSync('npx', ['--no-install', 'next', 'build'], {
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (status !== 0) process.exit(status ?? 1);
}

await makeFrom('.next', build, !process.argv.includes('--if-needed'));
