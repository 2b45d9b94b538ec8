// `npm run build`. With --if-needed, as before `npm start`, only where .next is damaged or older than the sources.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { makeFrom } from './sources.mjs';

/** @param {number} id of a process */
function isAlive(id) {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

function build() {
  // server/serve.mjs leaves a file with its process id there: a build would take away what that server serves.
  const serving = existsSync('.next')
    ? readdirSync('.next').map((name) => /^serving-(\d+)$/.exec(name)?.[1])
    : [];
  const server = serving.find((id) => id && isAlive(Number(id)));
  if (server) {
    console.error(`A server still serves the last build. Stop it first: kill ${server}`);
    process.exit(1);
  }
  const { status } = spawnSync('npx', ['--no-install', 'next', 'build'], {
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (status !== 0) process.exit(status ?? 1);
}

await makeFrom('.next', build, !process.argv.includes('--if-needed'));
