// Two ways in which a lockfile that works for the one who wrote it breaks for others.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './run.mjs';

const publicRegistry = 'registry.npmjs.org';

/** @typedef {{ resolved?: string, link?: boolean, optionalDependencies?: Record<string, string> }} LockedPackage */

/** @param {Record<string, LockedPackage>} packages */
function* missingPlatforms(packages) {
  for (const [where, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const name of Object.keys(optionalDependencies)) {
      // Nested below its parent or in any folder above it, as Node looks modules up.
      const parts = where === '' ? [] : where.split('/node_modules/');
      const isLocked = [...parts.keys(), parts.length].some((depth) => {
        const above = parts.slice(0, depth).join('/node_modules/');
        return `${above === '' ? '' : `${above}/`}node_modules/${name}` in packages;
      });
      // npm leaves out, without a word, what its registry did not have: `npm ci` then lacks it elsewhere.
      if (!isLocked) yield `${where}: optional dependency ${name} is not in the lockfile`;
    }
  }
}

/** @param {Record<string, LockedPackage>} packages */
function* foreignHosts(packages) {
  for (const [where, { resolved, link }] of Object.entries(packages)) {
    if (resolved === undefined || link === true) continue;
    const host = URL.canParse(resolved) ? new URL(resolved).host : resolved;
    if (host !== publicRegistry)
      yield `${where}: resolved from ${host}, not from ${publicRegistry}`;
  }
}

/** @returns {string[]} one line for each fault */
export function lockfileFaults() {
  const text = readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8');
  /** @type {{ packages: Record<string, LockedPackage> }} */
  const { packages } = JSON.parse(text);
  return [...missingPlatforms(packages), ...foreignHosts(packages)];
}
