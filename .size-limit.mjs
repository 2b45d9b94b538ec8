// What the page may weigh, held against the last build by `size-limit`.
import { readFileSync } from 'node:fs';

/** The scripts that a page names itself. @param {string} page */
const namedIn = (page) =>
  [
    ...readFileSync(`.next/server/${page}.html`, 'utf8').matchAll(
      /<script src="\/_next\/(static\/[^"]+)"(?![^>]*noModule)/g,
    ),
  ].map(([, file]) => `.next/${file}`);

/** With them the form answers. */
const named = namedIn('pages/index');
/** No page asks for Next's other router but the one that says that there is no such page. */
const ofNoPage = namedIn('app/_not-found').filter((file) => !named.includes(file));

export default [
  { name: 'scripts before the form answers', path: named, limit: '195 kB', gzip: true },
  {
    name: 'scripts in all',
    path: [
      ...named,
      '.next/static/chunks/*.js',
      '!.next/static/chunks/polyfills-*', // for browsers that know no modules
      '!.next/static/chunks/[0-9]*.*.js', // Next's own, which it fetches when it has failed
      ...ofNoPage.map((file) => `!${file}`),
    ],
    limit: '240 kB',
    gzip: true,
  },
];
