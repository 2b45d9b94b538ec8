import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') },
  },
  test: {
    environment: 'node',
    testTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    maxWorkers: '100%', // the default leaves a core idle: half of a small machine
    setupFiles: ['tests/support/setup.ts'],
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // lib/ holds no state that a test could leave behind: isolated, a third of the time goes to loading it again.
          isolate: false,
          include: [
            'lib/**/*.test.ts',
            'server/**/*.test.ts',
            'components/**/*.test.{ts,tsx}',
            'tests/**/*.test.ts',
          ],
          exclude: ['tests/container/**', 'tests/soak/**', 'tests/http/**'],
        },
      },
      // Builds into .next, so nothing else may build beside it.
      {
        extends: true,
        test: {
          name: 'container',
          include: ['tests/container/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      // Against the built server.
      { extends: true, test: { name: 'http', include: ['tests/http/*.test.ts'] } },
      // Takes every core for as long as it is asked to, so nothing else may run beside it.
      {
        extends: true,
        test: {
          name: 'soak',
          include: ['tests/soak/*.test.ts'],
          testTimeout: 3_600_000,
          hookTimeout: 300_000,
        },
      },
      // Each engine starts a server and a browser of its own.
      {
        extends: true,
        test: {
          name: 'engines',
          include: ['e2e/engines/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
