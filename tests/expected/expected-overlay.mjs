// The files that the overlay is measured against, written by hand from the tables of keys and limits. Three are whole;
// the others are differences from the default one, so that a new answer or limit changes one file and not twenty.
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('./', import.meta.url);

/** @param {string} file */
const read = (file) => readFileSync(new URL(file, folder), 'utf8');

/** @returns {string[]} the names of all of them, whole or not */
export function expectedNames() {
  return readdirSync(folder)
    .filter((file) => /\.(?:yaml|diff)$/.test(file))
    .map((file) => file.replace(/\.\w+$/, ''))
    .sort();
}

/** @param {string} name @returns {string} the whole file */
export function expectedOverlay(name) {
  const isWhole = readdirSync(folder).includes(`${name}.yaml`);
  return isWhole
    ? read(`${name}.yaml`)
    : applied(read('defaults.yaml'), read(`${name}.diff`), name);
}

/** @param {string} name @returns {string} the link in its head, without what stands before `v=1`; none: the defaults */
export function expectedLink(name) {
  const text = expectedOverlay(name);
  if (text.includes('\n# answers: defaults\n')) return '';
  const [, link] = /^# (?:answers: )?(v=1&\S+)$/m.exec(text) ?? [];
  if (!link) throw new Error(`${name}: no answers in its head`);
  return link;
}

/**
 * A difference is a list of places, each below a line `@@`: lines that stay begin with a space, lines that go with `-`,
 * lines that come with `+`. What stays or goes must stand in the default file exactly once after the place before it.
 * A first line `keys +3, unverified +2` says how many more keys the file holds, and how many more of them are unverified.
 *
 * @param {string} base @param {string} difference @param {string} name
 */
function applied(base, difference, name) {
  const [counts = '', ...places] = difference.split(/^@@\n/m);
  let done = '';
  let rest = counts === '' ? base : recounted(base, counts, name);
  for (const place of places) {
    const lines = place.replace(/\n$/, '').split('\n');
    if (lines.some((line) => !/^[ +-]/.test(line)))
      throw new Error(`${name}: a line without its sign:\n${place}`);
    const side = (/** @type {string} */ sign) =>
      lines
        .filter((line) => line.startsWith(' ') || line.startsWith(sign))
        .map((line) => `${line.slice(1)}\n`)
        .join('');
    const [before, after] = [side('-'), side('+')];
    const at = `\n${rest}`.indexOf(`\n${before}`);
    if (at < 0) throw new Error(`${name}: the default file has no such place:\n${place}`);
    if (`\n${rest}`.indexOf(`\n${before}`, at + 1) >= 0)
      throw new Error(`${name}: the default file has this twice:\n${place}`);
    done += rest.slice(0, at) + after;
    rest = rest.slice(at + before.length);
  }
  return done + rest;
}

/** @param {string} base @param {string} counts @param {string} name */
function recounted(base, counts, name) {
  const [, keys, unverified] = /^keys ([+-]\d+), unverified ([+-]\d+)\n$/.exec(counts) ?? [];
  if (!keys || !unverified) throw new Error(`${name}: not a line of counts:\n${counts}`);
  const stated = /\b(\d+) of the (\d+) keys in this file\b/;
  const [text, marked, all] = stated.exec(base) ?? [];
  if (!text) throw new Error(`${name}: the default file does not count its keys`);
  return base.replace(
    text,
    `${Number(marked) + Number(unverified)} of the ${Number(all) + Number(keys)} keys in this file`,
  );
}
