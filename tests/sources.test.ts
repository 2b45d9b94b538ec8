import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { makeFrom } from '../scripts/sources.mjs';

const folder = 'test-results/made';
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what was made from the sources is made again only where it is damaged or asked for', async () => {
  const page = `${folder}/server/page.js`;
  const write = vi.fn(() => {
    mkdirSync(path.dirname(page), { recursive: true });
    writeFileSync(page, 'whole');
  });
  mkdirSync(folder, { recursive: true });
  for (const [change, times] of [
    [() => {}, 1],
    [() => {}, 1],
    [() => writeFileSync(`${folder}/serving-1`, ''), 1],
    [() => writeFileSync(page, 'damaged'), 2],
    [() => rmSync(path.dirname(page), { recursive: true }), 3],
  ] as const) {
    change();
    await makeFrom(folder, write);
    expect([write.mock.calls.length, readFileSync(page, 'utf8')]).toEqual([times, 'whole']);
  }
  await makeFrom(folder, write, true);
  expect(write).toHaveBeenCalledTimes(4);
});
