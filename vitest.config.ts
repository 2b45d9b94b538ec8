import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests of the built server and of what it serves: `npm run build` comes first. */
const ofBuild = ['tests/http/*.test.ts', 'tests/container/*.test.ts', 'e2e/engines/*.test.ts'];

export default defineConfig({
  resolve: {
    alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') },
  },
  test: {
    environment: 'node',
    testTimeout: 120_000, // thousands of cases need a few seconds; a busy machine must not fail them
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
    maxWorkers: '100%', // the default leaves a core idle: half of a small machine
    setupFiles: ['tests/support/setup.ts'],
    restoreMocks: true,
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // lib/ holds no state that a test could leave behind: isolated, a third of the time goes to loading it again.
          isolate: false,
          include: ['{lib,server,components}/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
          exclude: ofBuild,
        },
      },
      {
        extends: true,
        test: {
          name: 'http',
          include: ofBuild,
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
