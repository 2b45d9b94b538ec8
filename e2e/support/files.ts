import { readFileSync } from 'node:fs';
import type { Download } from '@playwright/test';
import { expectedOverlay } from '../../tests/expected/expected-overlay.mjs';

/** A file of tests/expected: written by hand, never made by the code under test. */
export function expectedFile(name: string): Buffer {
  return Buffer.from(expectedOverlay(name));
}

/** The bytes that the browser saved. */
export async function bytesOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path());
}
