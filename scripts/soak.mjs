// `npm run soak`, or `node scripts/soak.mjs SECONDS [SEED]`: the server under valid, invalid and hostile requests at the
// highest rate that this machine gives, beside clients that send half a request and wait. Then SIGTERM under load.
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import autocannon from 'autocannon';
import { startServer } from './server.mjs';
import { soakRequests } from './soak-requests.mjs';

const SECONDS = Number(process.argv[2] ?? 60);
const SEED = Number(process.argv[3] ?? 1);
const CONNECTIONS = 16;
const HALF_OPEN = 200;
const MEMORY_SAMPLES = 12;
/** What the heap may grow by from the middle third of the run to the last. The noise of compiled code is below 2. */
const GROWTH_MB = 5;
/** Until then code is still being compiled and caches fill. */
const WARM_UP_SECONDS = 1;

const asked = await soakRequests(5_000, SEED);
const server = await startServer(['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1'], {
  NODE_OPTIONS: '--max-http-header-size=262144 --import ./scripts/memory-on-signal.mjs',
  NEXT_MANUAL_SIG_HANDLE: 'true',
});
const { origin, port } = server;
process.on('exit', () => server.process.kill('SIGKILL'));
/** @type {number[]} */
const memory = [];
let complaints = '';
/** @type {string[]} */
const faults = [];
server.process.stdout.on('data', (text) => {
  for (const [, megabytes] of String(text).matchAll(/memory ([\d.]+)/g))
    memory.push(Number(megabytes));
});
server.process.stderr.on('data', (text) => {
  complaints += text;
});

/** Node's own client: autocannon reads no answer to HEAD, and does not say which request was not answered.
 * @param {Agent} agent @param {import('./soak-requests.mjs').Asked} asked @returns {Promise<void>} */
const send = (agent, { method, path, headers }) =>
  new Promise((resolve) => {
    const told = `${method} ${path.slice(0, 200)}`;
    const fail = (/** @type {Error} */ error) => {
      faults.push(`${error.message}: ${told}`);
      resolve();
    };
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent }, (response) => {
      if ((response.statusCode ?? 0) >= 500) faults.push(`${response.statusCode}: ${told}`);
      response.once('error', fail).once('end', resolve).resume();
    });
    sent.once('error', fail).end();
  });

let isOver = false;

/** Begins a request and never ends it; begins anew when it is cut. */
function waitForEver() {
  const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: h\r\nX'));
  socket.on('error', () => {}).resume();
  socket.once('close', () => !isOver && setTimeout(waitForEver, 100).unref());
}

/** @param {number} duration seconds */
const load = (duration) => {
  const requests = asked.filter(({ method }) => method !== 'HEAD');
  // @ts-expect-error: its types know only the methods that have a name of their own; it sends any that Node knows
  return autocannon({ url: origin, connections: CONNECTIONS, duration, requests });
};

await load(WARM_UP_SECONDS);
for (let count = 0; count < HALF_OPEN; count++) waitForEver();
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
const heads = asked.filter(({ method }) => method === 'HEAD');
const headLoop = (async () => {
  for (let turn = 0; !isOver; turn++) {
    const head = heads[turn % heads.length];
    if (head) await send(agent, head);
  }
})();
const samples = setInterval(
  () => server.process.kill('SIGUSR2'),
  (SECONDS * 1000) / MEMORY_SAMPLES,
);
const result = await load(SECONDS);
clearInterval(samples);
isOver = true;
await headLoop;

// First so many connections are opened, then each carries a request that SIGTERM finds under way: all must be answered.
const get = { method: 'GET', path: '/values-large.yaml', headers: {} };
const batch = Array.from({ length: CONNECTIONS }, () => get);
await Promise.all(batch.map((one) => send(agent, one)));
const last = batch.map((one) => send(agent, one));
await new Promise((resolve) => setImmediate(resolve)); // written to the sockets
const stopBegun = performance.now();
const code = await server.stop();
const stopMs = performance.now() - stopBegun;
await Promise.all(last);

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, one) => sum + one, 0) / values.length;
const third = Math.floor(memory.length / 3);
const growth = mean(memory.slice(-third)) - mean(memory.slice(third, 2 * third));
const { latency, requests, statusCodeStats = {}, errors, timeouts } = result;
const statuses = Object.entries(statusCodeStats).map(
  ([status, { count }]) => `${status} × ${count}`,
);

console.log(
  [
    `${SECONDS} s, seed ${SEED}, ${CONNECTIONS} connections, ${HALF_OPEN} half-open ones beside them, Node ${process.versions.node}`,
    `  ${requests.average.toFixed(0)} requests/s, p50 ${latency.p50} ms, p99 ${latency.p99} ms`,
    `  by status: ${statuses.join(', ')}`,
    `  heap after collection, MB: ${memory.join(', ')}; ${growth.toFixed(2)} from the middle third to the last`,
    `  SIGTERM under load: ended with ${code} after ${stopMs.toFixed(0)} ms`,
  ].join('\n'),
);
for (const status of Object.keys(statusCodeStats)) {
  if (Number(status) >= 500) faults.push(`status ${status}`);
}
if (errors + timeouts > 0) faults.push(`${errors} errors, ${timeouts} time-outs`);
if (memory.length < 6) faults.push(`only ${memory.length} samples of memory`);
if (growth > GROWTH_MB) faults.push(`the heap grew by ${growth.toFixed(1)} MB`);
if (code !== 0) faults.push(`SIGTERM ended it with ${code}`);
if (/error|exception/i.test(complaints)) faults.push(`it complained: ${complaints.slice(0, 2000)}`);
for (const fault of faults.slice(0, 20)) console.error(`✗ ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
