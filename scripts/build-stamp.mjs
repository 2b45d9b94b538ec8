// Whether the last build is of the sources as they are.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './run.mjs';

const stampFile = path.join(projectRoot, '.next', 'source-hash');

/** What a build never reads. Anything else in the project counts as its source: to build once too often is
 * cheap, to serve a stale build is not. */
const notSource =
  /^(?:\.|(?:node_modules|out|deploy|docs|e2e|tests|test-results|playwright-report)$)/;
const notSourceFile = /^(?:\..*|next-env\.d\.ts|.*\.test\.tsx?|.*\.tsbuildinfo|[A-Z]+\.md)$/;

/** One hash over the names and bytes of all that goes into a build, and over what it is for. */
export function hashSources() {
  const hash = createHash('sha256').update(`${process.env.BUILD_TARGET ?? ''}\0`);
  for (const top of readdirSync(projectRoot, { withFileTypes: true })) {
    if (notSource.test(top.name)) continue;
    const below = top.isDirectory()
      ? readdirSync(path.join(projectRoot, top.name), { recursive: true, encoding: 'utf8' })
      : [''];
    for (const name of below.sort()) {
      const file = path.join(top.name, name);
      const whole = path.join(projectRoot, file);
      if (notSourceFile.test(path.basename(file)) || !statSync(whole).isFile()) continue;
      hash.update(`${file}\0`).update(readFileSync(whole)).update('\0');
    }
  }
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
