import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './run.mjs';

const stampFile = path.join(projectRoot, '.next', 'source-hash');

/** What a build never reads. Anything else in the project counts as its source: to build once too often is
 * cheap, to serve a stale build is not. */
const notSource = new Set([
  'node_modules',
  'out',
  'deploy',
  'docs',
  'e2e',
  'tests',
  'test-results',
  'playwright-report',
]);
const notSourceFile = /^(?:next-env\.d\.ts|.*\.test\.tsx?|.*\.tsbuildinfo|[A-Z]+\.md)$/;

/** One hash over the names and bytes of all that goes into a build, and over what it is for. */
export function hashSources() {
  const hash = createHash('sha256').update(`${process.env.BUILD_TARGET ?? ''}\0`);
  const visit = (/** @type {string} */ folder) => {
    const entries = readdirSync(path.join(projectRoot, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.') || (folder === '' && notSource.has(entry.name))) continue;
      const file = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) visit(file);
      else if (entry.isFile() && !notSourceFile.test(entry.name)) {
        hash
          .update(`${file}\0`)
          .update(readFileSync(path.join(projectRoot, file)))
          .update('\0');
      }
    }
  };
  visit('');
  return hash.digest('hex');
}

export function buildIsFresh() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hashSources();
}

/** @param {string} sourceHash taken before the build began, so that an edit made meanwhile makes it stale */
export function stampBuild(sourceHash) {
  writeFileSync(stampFile, sourceHash);
}

/** A build that breaks off must not pass for a whole one. */
export function unstampBuild() {
  rmSync(stampFile, { force: true });
}
