// Whether what was made from the sources is up to date.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = path.resolve(fileURLToPath(import.meta.url), '../..');

/** What no build reads. Everything else counts as source: one build too many costs little, a stale one misleads. */
const NOT_SOURCE =
  /(?:^|\/)\.|^(?:node_modules|out|deploy|docs|e2e|tests|test-results|playwright-report)(?:\/|$)|(?:\.test\.tsx?|\.tsbuildinfo|next-env\.d\.ts|[A-Z]\.md)$/;

/** @returns {string[]} paths from the project's root @param {string} [folder] */
const sourcesIn = (folder = '') =>
  readdirSync(path.join(projectRoot, folder)).flatMap((name) => {
    const file = path.posix.join(folder, name);
    if (NOT_SOURCE.test(file)) return [];
    return statSync(path.join(projectRoot, file)).isDirectory() ? sourcesIn(file) : [file];
  });

/** Makes something, unless it is there and was made from the present sources. It counts as made only once it is complete.
 * @param {string} stampFile in the folder that is made @param {() => Promise<unknown>} make @param {boolean} [isForced] even then */
export async function makeFrom(stampFile, make, isForced) {
  const stamp = path.join(projectRoot, stampFile);
  // Computed before, so that an edit during the work makes the result stale.
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
