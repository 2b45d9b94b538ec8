import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') },
  },
  test: {
    environment: 'node',
    testTimeout: 60_000,
    maxWorkers: '100%', // the default leaves a core idle: half of a small machine
    include: [
      'lib/**/*.test.ts',
      'server/**/*.test.ts',
      'components/**/*.test.tsx',
      'tests/**/*.test.ts',
    ],
  },
});
