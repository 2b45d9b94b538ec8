// Two faults of a lockfile that works for its author and breaks for others.
import { readFileSync } from 'node:fs';

/** @type {{ packages: Record<string, { resolved?: string, optionalDependencies?: Record<string, string> }> }} */
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));

/** In the folder of the package or in one further up, as Node looks modules up.
 * @param {string} folder @param {string} name @returns {boolean} */
const isLocked = (folder, name) =>
  `${folder}node_modules/${name}` in packages ||
  (folder !== '' && isLocked(folder.replace(/node_modules\/(?:@[^/]+\/)?[^/]+\/$/, ''), name));

const faults = Object.entries(packages).flatMap(([where, { resolved = '', ...found }]) => [
  // npm silently leaves out what its registry did not have: `npm ci` then lacks it elsewhere.
  ...Object.keys(found.optionalDependencies ?? {})
    .filter((name) => !isLocked(where && `${where}/`, name))
    .map((name) => `${where}: optional dependency ${name} is not in the lockfile`),
  ...(/^(?!https:\/\/registry\.npmjs\.org\/)./.test(resolved)
    ? [`${where}: resolved from ${resolved}, not from the public registry`]
    : []),
]);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
