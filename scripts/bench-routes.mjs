// How fast /values-large.yaml is: `next start` beside Node's own server that calls the same function, in one run.
import { spawn } from 'node:child_process';
import { Agent, get } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { percentile } from './bench/statistics.mjs';
import { freePort } from './free-port.mjs';
import { projectRoot } from './run.mjs';

const CONNECTIONS = 8;
const WARM_UP_MS = 2_000;
/** In turns, so that whatever else the machine does meets both alike. */
const ROUNDS = 5;
const ROUND_MS = 2_000;

/** @typedef {{ name: string, requestsPerSecond: number, p50: number, p99: number }} Figures milliseconds */

/** Different answers in turn, so that no server can live off the last file. @param {number} turn */
const target = (turn) =>
  `/values-large.yaml?v=1&api.autoscaling.minReplicas=${1 + (turn % 50)}&eventbus.backend=kinesis`;

/**
 * @param {Agent} agent
 * @param {string} url
 * @returns {Promise<number>} milliseconds until the last byte
 */
function fetchOnce(agent, url) {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`));
      response.resume().once('end', () => resolve(performance.now() - begun));
    }).once('error', reject);
  });
}

/** @param {string} origin @param {number} milliseconds @returns {Promise<number[]>} each request's time */
async function load(origin, milliseconds) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const end = performance.now() + milliseconds;
  /** @type {number[]} */
  const times = [];
  let turn = 0;
  const connection = async () => {
    while (performance.now() < end) times.push(await fetchOnce(agent, origin + target(turn++)));
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  agent.destroy();
  return times;
}

/** @param {string} name @param {number[]} times @returns {Figures} */
function figuresOf(name, times) {
  const seconds = (ROUNDS * ROUND_MS) / 1000;
  const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)];
  return { name, requestsPerSecond: times.length / seconds, p50, p99 };
}

/**
 * Starts a server as a process of its own, and hands over its address once it answers.
 *
 * @template T
 * @param {string[]} args for node
 * @param {(origin: string) => Promise<T>} use
 */
async function withServer(args, use) {
  const port = await freePort();
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const origin = `http://127.0.0.1:${port}`;
  try {
    await untilItAnswers(origin, ended);
    return await use(origin);
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

/** @param {string} origin @param {Promise<unknown>} ended */
async function untilItAnswers(origin, ended) {
  let hasEnded = false;
  ended.then(() => {
    hasEnded = true;
  });
  const agent = new Agent();
  while (!hasEnded) {
    const isUp = await fetchOnce(agent, origin + target(0)).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The server ended before it answered.');
}

/** Node runs no TypeScript: the bare server of the tests, as one JavaScript file. @returns {Promise<string>} */
async function bundleBareServer() {
  const outDir = path.join(projectRoot, 'node_modules', '.cache', 'bench-routes');
  await build({
    configFile: false,
    logLevel: 'warn',
    root: projectRoot,
    resolve: { alias: { '@': projectRoot } },
    build: { ssr: 'tests/http/bare-server.ts', outDir, emptyOutDir: true },
  });
  return pathToFileURL(path.join(outDir, 'bare-server.js')).href;
}

/** Measures both and prints the figures. @returns {Promise<Figures[]>} */
export async function benchRoutes() {
  const file = await bundleBareServer();
  const bare = `import(${JSON.stringify(file)}).then((it) => it.bareServer(Number(process.env.PORT)))`;
  const figures = await withServer(['scripts/next.mjs', 'start', '-H', '127.0.0.1'], (nextOrigin) =>
    withServer(['-e', bare], async (bareOrigin) => {
      const servers = [
        { name: 'next start', origin: nextOrigin, times: /** @type {number[]} */ ([]) },
        { name: 'bare node:http', origin: bareOrigin, times: /** @type {number[]} */ ([]) },
      ];
      for (const { origin } of servers) await load(origin, WARM_UP_MS);
      for (let round = 0; round < ROUNDS; round++) {
        for (const { origin, times } of servers) times.push(...(await load(origin, ROUND_MS)));
      }
      return servers.map(({ name, times }) => figuresOf(name, times));
    }),
  );
  console.log(
    `/values-large.yaml, ${CONNECTIONS} connections, ${(ROUNDS * ROUND_MS) / 1000} s each in turns, Node ${process.versions.node}`,
  );
  for (const { name, requestsPerSecond, p50, p99 } of figures) {
    console.log(
      `  ${name.padEnd(16)}${requestsPerSecond.toFixed(0).padStart(6)} requests/s   p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms`,
    );
  }
  const [next, node] = figures;
  if (next && node) {
    const share = next.requestsPerSecond / node.requestsPerSecond;
    const cost = 1000 / next.requestsPerSecond - 1000 / node.requestsPerSecond;
    console.log(
      `  next start serves ${share.toFixed(2)} of the bare server; Next itself costs ${cost.toFixed(2)} ms a request`,
    );
  }
  return figures;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await benchRoutes();
