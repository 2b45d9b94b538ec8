import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../free-port.mjs';
import { projectRoot } from '../run.mjs';

const STARTS_WITHIN_MS = 180_000; // with a build before it
const ASK_EVERY_MS = 100;

/** Starts the production server, after a build if the last one is stale. */
export async function startServer() {
  const port = await freePort();
  const server = spawn(process.execPath, ['scripts/next.mjs', 'start', '-H', '127.0.0.1'], {
    cwd: projectRoot,
    env: { ...process.env, PORT: String(port), NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(server, 'exit');
  const url = `http://127.0.0.1:${port}/`;
  const deadline = Date.now() + STARTS_WITHIN_MS;
  while (!(await answers(url))) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}.`);
    if (Date.now() > deadline) throw new Error('The server did not start in time.');
    await delay(ASK_EVERY_MS);
  }
  return {
    url,
    async stop() {
      server.kill('SIGTERM');
      await ended;
    },
  };
}

/** @param {string} url */
async function answers(url) {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false; // not yet listening
  }
}
