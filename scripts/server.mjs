import { setTimeout as delay } from 'node:timers/promises';
import { execa } from 'execa';
import getPort from 'get-port';
import { projectRoot } from './sources.mjs';

const STARTS_WITHIN_MS = 180_000; // with a build before it
const PRODUCTION = ['scripts/next.mjs', 'start'];

/** Starts a server on a free port and waits until it answers.
 * @param {string[]} args for Node; without them the production server, built first if the last build is stale
 * @param {Record<string, string>} [env] */
export async function startServer(args = PRODUCTION, env = {}) {
  const port = await getPort();
  const server = execa('node', args, {
    ...{ cwd: projectRoot, stdin: 'ignore', reject: false, forceKillAfterDelay: false },
    env: { ...env, PORT: String(port), NEXT_TELEMETRY_DISABLED: '1' },
  });
  const origin = `http://127.0.0.1:${port}`;
  const asked = `${origin}/values-large.yaml`;
  const answers = async () => (await fetch(asked).catch(() => undefined))?.ok; // none listens yet
  const late = AbortSignal.timeout(STARTS_WITHIN_MS);
  while (!(await answers())) {
    if (late.aborted) server.kill('SIGKILL');
    if (late.aborted || server.exitCode !== null) {
      throw new Error(`The server did not start.\n${(await server).stderr}`);
    }
    await delay(100);
  }
  /** @returns what it printed, and the code that it ended with */
  const stop = () => {
    server.kill('SIGTERM');
    return server;
  };
  return { origin, port, process: server, stop };
}
