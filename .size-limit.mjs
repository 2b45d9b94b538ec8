// What the page may weigh, held against the last build by `size-limit`.
import { readFileSync } from 'node:fs';

const html = readFileSync('.next/server/app/index.html', 'utf8');
const script = /<script src="\/_next\/(static\/chunks\/[^"]+)"(?![^>]*noModule)/g;

/** The scripts that the page names itself: with them the form answers. */
const named = [...html.matchAll(script)].map(([, file]) => `.next/${file}`);
/** Next's other router and what old browsers lack: no page of ours asks for them. */
const unused = ['framework-*', 'polyfills-*', 'main-????????????????.js'];

export default [
  { name: 'scripts before the form answers', path: named, limit: '195 kB', gzip: true },
  {
    name: 'scripts in all',
    path: [
      ...named,
      '.next/static/chunks/*.js',
      ...unused.map((name) => `!.next/static/chunks/${name}`),
    ],
    limit: '240 kB',
    gzip: true,
  },
];
