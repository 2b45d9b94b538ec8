// Whether what was made from the sources is of the sources as they are.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = path.resolve(fileURLToPath(import.meta.url), '../..');

/** What no build reads. All else counts as source: to build once too often is cheap, to serve a stale build is not. */
const NOT_SOURCE =
  /(?:^|\/)\.|^(?:node_modules|out|deploy|docs|e2e|tests|test-results|playwright-report)(?:\/|$)|(?:\.test\.tsx?|\.tsbuildinfo|next-env\.d\.ts|[A-Z]\.md)$/;

/** @returns {string[]} paths from the project's root @param {string} [folder] */
const sourcesIn = (folder = '') =>
  readdirSync(path.join(projectRoot, folder)).flatMap((name) => {
    const file = path.posix.join(folder, name);
    if (NOT_SOURCE.test(file)) return [];
    return statSync(path.join(projectRoot, file)).isDirectory() ? sourcesIn(file) : [file];
  });

/** Makes something, unless it has been made from these very sources. What breaks off does not pass for whole.
 * @param {string} stampFile in the folder that is made @param {() => Promise<unknown>} make @param {boolean} [isForced] even then */
export async function makeFrom(stampFile, make, isForced) {
  const stamp = path.join(projectRoot, stampFile);
  // Taken before, so that an edit made meanwhile makes it stale.
  const hash = createHash('sha256').update(process.env.BUILD_TARGET ?? '');
  for (const file of sourcesIn().sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(projectRoot, file)));
  }
  const made = hash.digest('hex');
  if (!isForced && existsSync(stamp) && readFileSync(stamp, 'utf8') === made) return;
  rmSync(stamp, { force: true });
  await make();
  writeFileSync(stamp, made);
}
