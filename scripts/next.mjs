// `npm run dev`, `npm run build` and `npm start`. Further arguments go to Next as they are.
import { run } from './run.mjs';
import { makeFrom } from './sources.mjs';

const [command = '', ...args] = process.argv.slice(2);

/** @param {string[]} words */
async function next(...words) {
  const { code } = await run('next', words, { output: 'inherit' });
  if (code !== 0) process.exit(code);
}

/** @param {string[]} words @param {boolean} [isForced] */
const build = (words, isForced) =>
  makeFrom('.next/source-hash', () => next('build', ...words), isForced);

if (command === 'build') await build(args, true);
if (command === 'dev') await next('dev', ...args);
if (command === 'start') {
  await build([]);
  process.exitCode = (await run('node', ['server/serve.mjs'], { output: 'inherit' })).code;
}
