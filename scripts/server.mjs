import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { execaNode } from 'execa';
import getPort from 'get-port';
import { projectRoot } from './run.mjs';

const STARTS_WITHIN_MS = 180_000; // with a build before it
const ASK_EVERY_MS = 100;

/**
 * Starts a server on a free port and waits until it answers.
 *
 * @param {string[]} args for Node; without them the production server, built first if the last build is stale
 * @param {Record<string, string>} [env]
 */
export async function startServer(
  args = ['scripts/next.mjs', 'start', '-H', '127.0.0.1'],
  env = {},
) {
  const [file = '', ...rest] = args;
  const port = await getPort();
  const server = execaNode(file, rest, {
    cwd: projectRoot,
    env: { ...env, PORT: String(port), NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    reject: false,
    forceKillAfterDelay: false,
  });
  const ended = once(server, 'close');
  const origin = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + STARTS_WITHIN_MS;
  while (!(await answers(`${origin}/values-large.yaml`))) {
    if (server.exitCode !== null || Date.now() > deadline) {
      server.kill('SIGKILL');
      const { stderr } = await server;
      throw new Error(`The server did not start; it ended with ${server.exitCode}.\n${stderr}`);
    }
    await delay(ASK_EVERY_MS);
  }
  return {
    origin,
    port,
    process: server,
    /** @returns {Promise<number | null>} the exit code */
    async stop() {
      server.kill('SIGTERM');
      await ended;
      return server.exitCode;
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
