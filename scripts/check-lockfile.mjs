// Two ways in which a lockfile that works for the one who wrote it breaks for others.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './run.mjs';

const publicRegistry = 'https://registry.npmjs.org/';

/** @returns {string[]} one line for each fault */
export function lockfileFaults() {
  const text = readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8');
  /** @type {{ packages: Record<string, { resolved?: string, link?: boolean, optionalDependencies?: Record<string, string> }> }} */
  const { packages } = JSON.parse(text);
  const faults = [];
  for (const [where, { resolved, link, optionalDependencies = {} }] of Object.entries(packages)) {
    if (resolved !== undefined && !link && !resolved.startsWith(publicRegistry)) {
      faults.push(`${where}: resolved from ${resolved}, not from the public registry`);
    }
    for (const name of Object.keys(optionalDependencies)) {
      // Nested below its parent or in any folder above it, as Node looks modules up.
      const parts = where === '' ? [] : where.split('/node_modules/');
      const isLocked = [...parts.keys(), parts.length].some((depth) => {
        const above = parts.slice(0, depth).join('/node_modules/');
        return `${above === '' ? '' : `${above}/`}node_modules/${name}` in packages;
      });
      // npm leaves out, without a word, what its registry did not have: `npm ci` then lacks it elsewhere.
      if (!isLocked) faults.push(`${where}: optional dependency ${name} is not in the lockfile`);
    }
  }
  return faults;
}
