import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { makeFrom } from '../scripts/sources.mjs';

const folder = 'test-results/made';
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what was made from the sources is made again only where it is damaged or asked for', async () => {
  let times = 0;
  const make = (isForced?: boolean) =>
    makeFrom(
      folder,
      () => {
        times += 1;
        mkdirSync(`${folder}/server`, { recursive: true });
        writeFileSync(`${folder}/server/page.js`, 'whole');
      },
      isForced,
    );
  mkdirSync(folder, { recursive: true });
  await make();
  await make();
  expect(times).toBe(1);
  writeFileSync(`${folder}/serving-1`, '');
  await make();
  expect(times).toBe(1);
  writeFileSync(`${folder}/server/page.js`, 'damaged');
  await make();
  expect(times).toBe(2);
  rmSync(`${folder}/server`, { recursive: true });
  await make();
  expect([times, readFileSync(`${folder}/server/page.js`, 'utf8')]).toEqual([3, 'whole']);
  await make(true);
  expect(times).toBe(4);
});
