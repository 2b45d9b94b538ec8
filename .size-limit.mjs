// What the page may weigh, held against the last build by `size-limit`.
import { readFileSync } from 'node:fs';

const html = readFileSync('.next/server/app/index.html', 'utf8');

/** The scripts that the page itself names: with them the form answers. */
const named = [...html.matchAll(/<script src="\/_next\/(static\/[^"]+)"(?![^>]*noModule)/g)].map(
  ([, file]) => `.next/${file}`,
);
/** For browsers that know no modules. */
const old = [...html.matchAll(/<script src="\/_next\/(static\/[^"]+)"[^>]*noModule/g)].map(
  ([, file]) => `!.next/${file}`,
);

export default [
  { name: 'scripts before the form answers', path: named, limit: '230 kB', gzip: true },
  {
    name: 'scripts in all',
    path: ['.next/static/chunks/*.js', ...old],
    limit: '330 kB',
    gzip: true,
  },
];
