import { readFileSync } from 'node:fs';
import type { Download } from '@playwright/test';

const folder = new URL('../../tests/expected/', import.meta.url);

/** A file of tests/expected: written by hand, never made by the code under test. */
export function expectedFile(name: string): Buffer {
  return readFileSync(new URL(`${name}.yaml`, folder));
}

/** The bytes that the browser saved. */
export async function bytesOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path());
}
