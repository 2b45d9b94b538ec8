import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import autocannon from 'autocannon';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from '../../scripts/server.mjs';
import { SEED } from '../support/seed';
import { type Asked, soakRequests } from './soak-requests';

const SECONDS = Number(process.env.SOAK_SECONDS ?? 5);
const CONNECTIONS = 16;
const HALF_OPEN = 200;
const MEMORY_SAMPLES = 12;
/** What the heap may grow by from the middle third of the run to the last. The noise of compiled code is below 2. */
const GROWTH_MB = 5;
/** Until then code is still being compiled and caches fill. */
const WARM_UP_SECONDS = 1;

/** Loaded into the server: at SIGUSR2 it collects garbage and says how many megabytes are left in use. */
const TELL_MEMORY = `process.on('SIGUSR2', () => {
  gc();
  const { heapUsed, external } = process.memoryUsage();
  console.log('memory', ((heapUsed + external) / 1e6).toFixed(2));
})`;

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  const tellMemory = `data:text/javascript,${encodeURIComponent(TELL_MEMORY)}`;
  server = await startServer(['--expose-gc', '--import', tellMemory, 'server/serve.mjs']);
});
afterAll(() => void server?.process.kill('SIGKILL'));

const asked = soakRequests(5_000, SEED);
const faults: string[] = [];

/** By Node's own client: autocannon reads no answer to HEAD, and does not say which request was not answered. */
const send = (agent: Agent, { path, method, headers }: Asked) =>
  new Promise<void>((resolve) => {
    const fail = ({ message }: Error) => {
      faults.push(`${message}: ${method} ${path.slice(0, 200)}`);
      resolve();
    };
    const sent = request(server.origin, { method, path, headers, agent }, (response) => {
      const { statusCode = 0 } = response;
      if (statusCode >= 500) fail(new Error(`status ${statusCode}`));
      response.once('error', fail).once('end', resolve).resume();
    });
    sent.once('error', fail).end();
  });

let isOver = false;

/** Begins a request and never ends it; begins again when it is cut. */
function waitForEver() {
  const socket = connect(server.port, '127.0.0.1');
  socket.on('error', () => {}).write('GET / HTTP/1.1\r\nHost: h\r\nX');
  socket.resume().once('close', () => !isOver && setTimeout(waitForEver, 100).unref());
}

function load(seconds: number) {
  const requests = asked.filter(({ method }) => method !== 'HEAD');
  const amount = { connections: CONNECTIONS, duration: seconds };
  // @ts-expect-error: its types know only the methods that have a name of their own; it sends any that Node knows
  return autocannon({ url: server.origin, ...amount, requests });
}

async function askHeads(agent: Agent) {
  const heads = asked.filter(({ method }) => method === 'HEAD');
  for (let turn = 0; !isOver; turn++) {
    const head = heads[turn % heads.length];
    if (head) await send(agent, head);
  }
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, one) => sum + one, 0) / values.length;

/** The server at the highest rate that this machine gives, beside clients that send half a request and wait. */
test(`${SECONDS} s of valid, invalid and hostile requests, then SIGTERM under load`, async () => {
  await load(WARM_UP_SECONDS);
  for (let count = 0; count < HALF_OPEN; count++) waitForEver();
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const headsAsked = askHeads(agent);
  const askMemory = () => server.process.kill('SIGUSR2');
  const samples = setInterval(askMemory, (SECONDS * 1000) / MEMORY_SAMPLES);
  const { latency, requests, statusCodeStats = {}, errors, timeouts } = await load(SECONDS);
  clearInterval(samples);
  isOver = true;
  await headsAsked;

  // First so many connections are opened, then each carries a request that SIGTERM finds under way: all must be answered.
  const get = { method: 'GET', path: '/values-large.yaml', headers: {} };
  const askAll = () => Array.from({ length: CONNECTIONS }, () => send(agent, get));
  await Promise.all(askAll());
  const last = askAll();
  await new Promise((resolve) => setImmediate(resolve)); // written to the sockets
  const stopBegun = performance.now();
  const { exitCode, stdout, stderr } = await server.stop();
  const stopMs = performance.now() - stopBegun;
  await Promise.all(last);

  const memory = [...stdout.matchAll(/^memory ([\d.]+)$/gm)].map(([, figure]) => Number(figure));
  const third = Math.floor(memory.length / 3);
  const growth = mean(memory.slice(-third)) - mean(memory.slice(third, 2 * third));
  const statuses = Object.entries(statusCodeStats);
  console.info(
    `${SECONDS} s, seed ${SEED}, ${CONNECTIONS} connections, ${HALF_OPEN} half-open ones beside them, Node ${process.versions.node}
  ${requests.average.toFixed(0)} requests/s, p50 ${latency.p50} ms, p99 ${latency.p99} ms
  by status: ${statuses.map(([status, { count }]) => `${status} × ${count}`).join(', ')}
  heap after collection, MB: ${memory.join(', ')}; ${growth.toFixed(2)} from the middle third to the last
  SIGTERM under load: ended with ${exitCode} after ${stopMs.toFixed(0)} ms`,
  );
  expect(faults).toEqual([]);
  expect({ errors, timeouts, exitCode }).toEqual({ errors: 0, timeouts: 0, exitCode: 0 });
  expect(statuses.filter(([status]) => Number(status) >= 500)).toEqual([]);
  expect(memory.length).toBeGreaterThan(5);
  expect(growth).toBeLessThan(GROWTH_MB);
  expect(stderr).not.toMatch(/error|exception/i);
});
