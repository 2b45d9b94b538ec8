import { defineConfig, devices } from '@playwright/test';
import getPort from 'get-port';
import { browserLaunchOptions } from './scripts/tools.mjs';

// Every worker loads this file again: the first to load it picks the port and the environment hands it on.
process.env.E2E_PORT ??= String(await getPort());
const port = process.env.E2E_PORT;
const baseURL = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts', // e2e/engines runs in other engines, by vitest
  outputDir: 'test-results/playwright',
  // A machine that is busy with other work must not make a test fail.
  timeout: 180_000,
  expect: { timeout: Number(process.env.E2E_WAIT_MS ?? 15_000) },
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: { baseURL, trace: 'off', permissions: ['clipboard-read', 'clipboard-write'] },
  projects: [
    {
      name: 'chromium',
      use: { ...devices['Desktop Chrome'], launchOptions: browserLaunchOptions },
    },
  ],
  webServer: {
    // Builds first when the build is older than the sources.
    command: 'node scripts/build.mjs --if-needed && exec node server/serve.mjs',
    url: `${baseURL}/healthz`,
    env: { PORT: port },
    // A server that happens to be up serves an older build.
    reuseExistingServer: false,
    stdout: 'pipe',
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 3_000 },
  },
});
