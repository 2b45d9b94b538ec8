import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { routes } from '@/lib/outputs/registry';
import { respond } from '@/server/respond';
import { SEED } from '../support/seed';
import { type HostileRequest, hostileRequests } from './hostile-queries';

const THOUSANDS = 10;

/** How much the heap may grow from the first thousand to the last: a leak of a kilobyte a request is nine times that. */
const NOISE_MB = 2;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

function heapMegabytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1e6;
}

const statuses: Record<number, number> = {};

async function answer(request: HostileRequest, index: number): Promise<void> {
  const { file } = routes[index % routes.length] ?? (routes[0] as (typeof routes)[number]); // there are routes
  const { status, body } = await respond(catalog, file.name, request);
  statuses[status] = (statuses[status] ?? 0) + 1;
  if (status !== 422 || body === null) return;
  const { errors } = JSON.parse(String(body)) as { errors: unknown[] };
  const reported = new Set(errors.map((error) => JSON.stringify(error)));
  if (reported.size !== errors.length || errors.length === 0) {
    expect.fail(`not each fault once: ${body}\n${JSON.stringify(request)}`);
  }
}

/** A function of its own, so that the requests are gone when it returns. */
async function answerAll(seed: number): Promise<void> {
  for (const [index, request] of hostileRequests(1000, seed).entries())
    await answer(request, index);
}

test(`${THOUSANDS},000 hostile requests get an answer that the contract knows, and leave nothing behind`, async () => {
  const heap: number[] = [];
  for (let thousand = 0; thousand < THOUSANDS; thousand++) {
    await answerAll(SEED + thousand);
    heap.push(heapMegabytes());
  }
  const shown = heap.map((megabytes) => megabytes.toFixed(1)).join(', ');
  console.info(`${JSON.stringify(statuses)}; MB of heap after each thousand: ${shown}`);
  expect(Object.keys(statuses)).toEqual(['200', '304', '405', '414', '422']);
  for (const count of Object.values(statuses)) expect(count).toBeGreaterThan(50);
  expect((heap.at(-1) ?? 0) - (heap[0] ?? 0)).toBeLessThan(NOISE_MB);
}, 120_000);
