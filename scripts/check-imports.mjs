// Imports run one way: app → components → lib/… → lib/catalog → lib/domain. A linter's patterns see only
// how an import is written; here each is resolved, so an alias and a relative path are judged alike.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './run.mjs';

/** The first folder that holds a file rules it. Beside its own, a folder may import from those named.
 * @type {[folder: string, mayImport: string[]][]} */
const layers = [
  ['lib/domain', []],
  ['lib/catalog', ['lib/domain']],
  // Among themselves the other folders of lib/ go by another rule: no circle.
  ['lib', ['lib']],
  ['components', ['lib']],
  ['app', ['components', 'lib']],
  // Browser tests must know the right answer by themselves: never computed with the code under test.
  ['e2e', ['scripts']],
];

/** Packages that only these folders may import.
 * @type {[packages: RegExp, folders: string[]][]} */
const packages = [
  [/^(?:next|react|react-dom|react-hook-form)(?:\/|$)/, ['app', 'components', 'e2e']],
  // One folder writes YAML, one reads it.
  [/^js-yaml(?:\/|$)/, ['lib/overlay', 'lib/files', 'lib/proof', 'e2e']],
];

const importedName = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*(['"`])([^'"`\n]+)\1/g;

/** @param {string} file */
function importsOf(file) {
  const text = readFileSync(path.join(projectRoot, file), 'utf8');
  return [...text.matchAll(importedName)].map(([, , written = '']) => {
    if (written.startsWith('@/')) return { file: path.posix.normalize(written.slice(2)) };
    if (written.startsWith('.'))
      return { file: path.posix.join(path.posix.dirname(file), written) };
    return { package: written };
  });
}

/** @param {string} file @param {string} folder */
const isIn = (file, folder) => file === folder || file.startsWith(`${folder}/`);

/** @param {string} file */
const libFolder = (file) => /^lib\/[^/]+(?=\/|$)/.exec(file)?.[0];

/**
 * @param {Map<string, Map<string, string>>} graph folder → folders that it imports → an import that does so
 * @returns {string[]}
 */
function circles(graph) {
  /** @type {string[]} */
  const faults = [];
  const done = new Set();
  const visit = (/** @type {string} */ folder, /** @type {string[]} */ trail) => {
    if (trail.includes(folder)) {
      const circle = [...trail.slice(trail.indexOf(folder)), folder];
      const example = graph.get(circle.at(-2) ?? '')?.get(folder);
      faults.push(`circle: ${circle.join(' → ')} (closed by ${example})`);
    } else if (!done.has(folder)) {
      for (const next of graph.get(folder)?.keys() ?? []) visit(next, [...trail, folder]);
      done.add(folder);
    }
  };
  for (const folder of graph.keys()) visit(folder, []);
  return faults;
}

/** @returns {string[]} one line for each fault */
export function importFaults() {
  /** @type {string[]} */
  const faults = [];
  /** @type {Map<string, Map<string, string>>} */
  const graph = new Map();
  for (const file of sourceFiles()) {
    const [folder, mayImport] = layers.find(([layer]) => isIn(file, layer)) ?? ['', []];
    for (const imported of importsOf(file)) {
      if (imported.file === undefined) {
        const rule = packages.find(([pattern]) => pattern.test(imported.package));
        if (rule?.[1].some((allowed) => isIn(file, allowed)) === false) {
          faults.push(`${file}: only ${rule[1].join(', ')} may import ${imported.package}`);
        }
        continue;
      }
      if (![folder, ...mayImport].some((allowed) => isIn(imported.file, allowed))) {
        faults.push(`${file}: ${folder} may not import ${imported.file}`);
      }
      const [from, to] = [libFolder(file), libFolder(imported.file)];
      if (from === undefined || to === undefined || from === to) continue;
      graph.set(from, (graph.get(from) ?? new Map()).set(to, `${file} importing ${imported.file}`));
    }
  }
  return [...faults, ...circles(graph)];
}

/** Tests may reach for anything: a test of one layer is often easiest to read with the help of another. */
function* sourceFiles() {
  for (const top of new Set(layers.map(([folder]) => folder.split('/')[0] ?? ''))) {
    for (const file of filesBelow(top)) if (!/\.test\.tsx?$/.test(file)) yield file;
  }
}

/** @param {string} folder @returns {Generator<string>} */
function* filesBelow(folder) {
  let entries;
  try {
    entries = readdirSync(path.join(projectRoot, folder), { withFileTypes: true });
  } catch {
    return; // the folder is not there
  }
  for (const entry of entries) {
    const file = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file);
    else if (/\.(?:tsx?|mjs|css)$/.test(entry.name)) yield file;
  }
}
