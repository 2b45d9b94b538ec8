// Whether what was made from the sources is up to date, and whole.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = path.resolve(fileURLToPath(import.meta.url), '../..');

/** What no build reads. Everything else counts as source: one build too many costs little, a stale one misleads. */
const NOT_SOURCE =
  /(?:^|\/)\.|^(?:node_modules|out|deploy|docs|e2e|tests|test-results)(?:\/|$)|(?:\.test\.tsx?|\.tsbuildinfo|next-env\.d\.ts|[A-Z]\.md)$/;
/** What a build leaves behind without serving it. */
const NOT_SERVED =
  /(?:^|\/)(?:cache|dev|diagnostics|standalone|types|trace.*|made-from|serving-\d+)$/;

/** A hash of all files of a folder, by name and content. @param {string} folder @param {RegExp} without */
function hashOf(folder, without) {
  const hash = createHash('sha256');
  const add = (/** @type {string} */ name) => {
    const file = path.join(projectRoot, folder, name);
    if (without.test(name)) return;
    if (!statSync(file).isDirectory()) hash.update(`\0${name}\0`).update(readFileSync(file));
    else for (const inside of readdirSync(file).sort()) add(path.posix.join(name, inside));
  };
  for (const name of readdirSync(path.join(projectRoot, folder)).sort()) add(name);
  return hash.digest('hex');
}

/** Makes a folder from the sources, unless it is there, whole and made from the present ones. It counts as made only
 * once it is complete. @param {string} folder @param {() => unknown} make @param {boolean} [isForced] even then */
export async function makeFrom(folder, make, isForced) {
  const stamp = path.join(projectRoot, folder, 'made-from');
  const sources = hashOf('', NOT_SOURCE); // before, so that an edit during the work makes the result stale
  const state = () => `${sources} ${hashOf(folder, NOT_SERVED)}`;
  if (!isForced && existsSync(stamp) && readFileSync(stamp, 'utf8') === state()) return;
  // An empty stamp fits nothing; and where it cannot be written, the reason is one of the file system's.
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
  await make();
  writeFileSync(stamp, state());
}
