import { execa } from 'execa';
import { projectRoot } from './sources.mjs';

/** Starts a server on a free port and waits until it says that it is ready.
 * @param {string[]} [args] for Node; without them the production server of the present build
 * @param {Record<string, string>} [env] @param {string} [cwd] */
export async function startServer(args = ['server/serve.mjs'], env = {}, cwd = projectRoot) {
  const server = execa('node', args, {
    ...{ cwd, stdin: 'ignore', reject: false, forceKillAfterDelay: false },
    env: { PORT: '0', ...env },
  });
  const port = await new Promise((resolve, reject) => {
    server.stdout.on('data', (text) => {
      const [, found] = /Ready at http:\/\/localhost:(\d+)/.exec(text) ?? [];
      if (found) resolve(Number(found));
    });
    server.then(({ stderr }) => reject(new Error(`The server did not start.\n${stderr}`)));
  });
  /** @returns what it printed, and the code that it ended with */
  const stop = () => {
    server.kill('SIGTERM');
    return server;
  };
  return { origin: `http://127.0.0.1:${port}`, port: Number(port), process: server, stop };
}
