// Runs before each test file, whether or not files share a process.
import fc from 'fast-check';
import { afterAll, afterEach } from 'vitest';
import { SEED } from './seeded-random';
import { removeTemporaryFolders } from './temporary-folder';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED });

afterEach(({ task }) => {
  if (task.result?.state === 'fail') console.error(`FUZZ_SEED=${SEED}`);
});

afterAll(removeTemporaryFolders, 60_000); // thousands of folders after `npm run fuzz`
