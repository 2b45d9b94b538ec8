import autocannon from 'autocannon';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '@/lib/outputs/registry';
import { startServer } from '../../scripts/server.mjs';
import { SEED } from '../support/seeded-random';
import { hostileRequests } from './hostile-queries';

/** `npm run soak` takes a minute. */
const SECONDS = Number(process.env.SOAK_SECONDS ?? 6);
const SAMPLES = 12;
/** What the heap may grow by from the middle third of the run to the last. The noise of compiled code is below 2. */
const GROWTH_MB = 5;

/** Paths and headers that have made this or another server stumble. */
const ODD_TARGETS = [
  ...['/%', '/%ff', '/%00', '//example.com', '/..%2f..%2fetc/passwd', '/_next/static/../../etc'],
  ...['/_next/image?url=%2Ficon.svg&w=64&q=75', '/_next/data/x/index.json', '/index.html', '/api'],
  ...[`/${'a'.repeat(4000)}`, '/_not-found', '/favicon.ico', '/?__proto__=1', '/index.rsc', '*'],
];
const ODD_HEADERS: readonly Readonly<Record<string, string>>[] = [
  { RSC: '1', 'Next-Router-State-Tree': '%zz' },
  { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_tree' },
  { 'x-middleware-subrequest': 'middleware:middleware:middleware', 'x-invoke-path': '/_error' },
  { 'x-query-as-sent': 'a=1', 'x-forwarded-host': 'example.com', 'x-matched-path': '/x' },
  { 'x-nextjs-data': '1', 'x-invoke-status': '500', 'If-None-Match': '*', Range: 'bytes=0-1' },
];

/** What no HTTP client can put into a request line is escaped; all else is left as broken as it is. */
const sendable = (query: string) =>
  query.replace(/[^\x21-\x7e]/gu, (one) => encodeURIComponent(one.replace(/\p{Cs}/gu, '\ufffd')));

const requests = hostileRequests(4_000, SEED).map(({ query }, index) => {
  const route = `/${routes[index % routes.length]?.file.name}`;
  const headers = ODD_HEADERS[index % ODD_HEADERS.length] ?? {};
  if (index % 4 === 0) return { path: ODD_TARGETS[(index / 4) % ODD_TARGETS.length] ?? '/' };
  if (index % 4 === 1) return { path: index % 8 === 1 ? '/' : route, headers };
  if (index % 4 === 2) return { path: `${route}?plan.peakRps=${1 + index}` };
  return { path: `${route}?${sendable(query)}` };
});

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
afterAll(() => void server.process.kill('SIGKILL'));

const mean = (values: readonly number[]) =>
  values.reduce((sum, one) => sum + one, 0) / values.length;

test(`${SECONDS} s of valid, invalid and hostile requests: no answer of 500, no leak, no complaint`, async () => {
  const load = (duration: number) =>
    autocannon({ url: server.origin, connections: 16, duration, timeout: 60, requests });
  await load(3); // until the cache is full and code is compiled
  const samples = setInterval(() => server.process.kill('SIGUSR2'), (SECONDS * 1000) / SAMPLES);
  const { statusCodeStats = {}, errors, timeouts } = await load(SECONDS);
  clearInterval(samples);
  const { exitCode, stdout, stderr } = await server.stop();

  const memory = [...stdout.matchAll(/^memory ([\d.]+)$/gm)].map(([, figure]) => Number(figure));
  const third = Math.floor(memory.length / 3);
  const growth = mean(memory.slice(-third)) - mean(memory.slice(third, 2 * third));
  console.info(`seed ${SEED}; by status ${JSON.stringify(statusCodeStats)}; MB ${memory}`);
  expect({ errors, timeouts, exitCode }).toEqual({ errors: 0, timeouts: 0, exitCode: 0 });
  expect(Object.keys(statusCodeStats).filter((status) => Number(status) >= 500)).toEqual([]);
  expect(growth).toBeLessThan(GROWTH_MB);
  expect(stderr).not.toMatch(/error|exception/i);
}, 3_600_000);
