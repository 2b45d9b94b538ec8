// `npm run soak`, or `node scripts/soak.mjs SECONDS [SEED]`: the server under valid, invalid and hostile requests at the
// highest rate that this machine gives, beside clients that send half a request and wait. Then SIGTERM under load.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from './bench/statistics.mjs';
import { freePort } from './free-port.mjs';
import { commandFile, projectRoot } from './run.mjs';
import { soakRequests } from './soak-requests.mjs';

const SECONDS = Number(process.argv[2] ?? 60);
const SEED = Number(process.argv[3] ?? 1);
const CONNECTIONS = 16;
const HALF_OPEN = 200;
const MEMORY_SAMPLES = 12;
/** What the heap may grow by from the middle third of the run to the last. The noise of compiled code is below 2. */
const GROWTH_MB = 5;
/** So many requests go before the clock starts: until then code is still being compiled and caches fill. */
const WARM_UP = 300;

const asked = await soakRequests(5_000, SEED);
const port = await freePort();
const server = spawn(
  process.execPath,
  [
    ...['--max-http-header-size=262144', '--import', './scripts/memory-on-signal.mjs'],
    ...[commandFile('next', 'next'), 'start', '-H', '127.0.0.1'],
  ],
  {
    cwd: projectRoot,
    env: {
      ...process.env,
      PORT: String(port),
      NEXT_TELEMETRY_DISABLED: '1',
      NEXT_MANUAL_SIG_HANDLE: 'true',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  },
);
const ended = once(server, 'close');
process.on('exit', () => server.kill('SIGKILL'));
/** @type {number[]} */
const memory = [];
let complaints = '';
server.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
  for (const [, megabytes] of text.matchAll(/memory ([\d.]+)/g)) memory.push(Number(megabytes));
});
server.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
  complaints += text;
});

/** @type {Map<number, number>} */
const statuses = new Map();
/** @type {string[]} */
const faults = [];
/** @type {number[]} */
const times = [];
let isStopping = false;
let refusedWhileStopping = 0;

/**
 * @param {Agent} agent
 * @param {import('./soak-requests.mjs').Asked} what
 * @returns {Promise<void>}
 */
function send(agent, { method, target, headers }) {
  const begun = performance.now();
  const isBeforeStop = !isStopping;
  return new Promise((resolve) => {
    const fail = (/** @type {NodeJS.ErrnoException} */ error) => {
      // A connection that the server had not taken yet goes with the port that it listened on.
      const isUntaken = isStopping && !(isBeforeStop && sent.reusedSocket);
      if (isUntaken && /^ECONN/.test(error.code ?? '')) refusedWhileStopping += 1;
      else faults.push(`${error.code ?? error.message}: ${method} ${target.slice(0, 200)}`);
      resolve();
    };
    const options = { host: '127.0.0.1', port, method, path: target, headers, agent };
    const sent = request(options, (response) => {
      const { statusCode = 0 } = response;
      statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
      if (statusCode >= 500) faults.push(`${statusCode}: ${method} ${target.slice(0, 200)}`);
      response.once('error', fail).resume();
      response.once('end', () => {
        times.push(performance.now() - begun);
        resolve();
      });
    });
    sent.once('error', fail).end();
  });
}

/** Begins a request and never ends it; begins anew when it is cut. */
function waitForEver() {
  const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: h\r\nX'));
  socket.on('error', () => {}).resume();
  socket.once('close', () => !isStopping && setTimeout(waitForEver, 100).unref());
}

const isUp = new Agent();
const healthz = { method: 'GET', target: '/healthz', headers: {} };
for (let turn = 0; statuses.get(200) === undefined && turn < 300; turn++) {
  await send(isUp, healthz);
  await pause(100);
}
if (statuses.get(200) === undefined) {
  console.error(`The server did not start; it needs \`npm run build\`.\n${complaints}`);
  process.exit(1);
}
const warmUp = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
await Promise.all(asked.slice(0, WARM_UP).map((what) => send(warmUp, what)));
warmUp.destroy();
statuses.clear();
faults.length = 0;
times.length = 0;

const end = Date.now() + SECONDS * 1000;
for (let count = 0; count < HALF_OPEN; count++) waitForEver();
let turn = 0;
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
const workers = Array.from({ length: CONNECTIONS }, async () => {
  while (refusedWhileStopping === 0) await send(agent, asked[turn++ % asked.length] ?? healthz);
});
while (Date.now() < end) {
  await pause((SECONDS * 1000) / MEMORY_SAMPLES);
  server.kill('SIGUSR2');
}
await pause(100);

// The agent's connections are all in use: what they have sent must be answered.
isStopping = true;
const soaked = times.length;
const stopBegun = performance.now();
server.kill('SIGTERM');
const [code] = await ended;
const stopMs = performance.now() - stopBegun;
await Promise.all(workers);

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, one) => sum + one, 0) / values.length;
const third = Math.floor(memory.length / 3);
const growth = mean(memory.slice(-third)) - mean(memory.slice(third, 2 * third));
const at = (/** @type {number} */ share) => percentile(times, share).toFixed(1);

console.log(
  [
    `${SECONDS} s, seed ${SEED}, ${CONNECTIONS} connections, ${HALF_OPEN} half-open ones beside them, Node ${process.versions.node}`,
    `  ${(soaked / SECONDS).toFixed(0)} requests/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`,
    `  by status: ${[...statuses]
      .sort(([a], [b]) => a - b)
      .map((one) => one.join(' × '))
      .join(', ')}`,
    `  heap after collection, MB: ${memory.join(', ')}; ${growth.toFixed(2)} from the middle third to the last`,
    `  SIGTERM under load: ended with ${code} after ${stopMs.toFixed(0)} ms`,
  ].join('\n'),
);
if (memory.length < 6) faults.push(`only ${memory.length} samples of memory`);
if (growth > GROWTH_MB) faults.push(`the heap grew by ${growth.toFixed(1)} MB`);
if (code !== 0) faults.push(`SIGTERM ended it with ${code}`);
if (/error|exception/i.test(complaints)) faults.push(`it complained: ${complaints.slice(0, 2000)}`);
for (const fault of faults.slice(0, 20)) console.error(`✗ ${fault}`);
if (faults.length > 0) console.error(`${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
