// `npm run dev`, `npm run build` and `npm start`. Further arguments go to Next as they are.
import { run } from './run.mjs';
import { makeFrom } from './sources.mjs';

// Node answers headers above 16 KiB, the address among them, with a 431 before Next sees them. The routes answer 414,
// so as much is allowed as a command line can hold (Linux: 128 KiB an argument).
const NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --max-http-header-size=262144`.trim();
const [command = '', ...args] = process.argv.slice(2);

/** @param {string[]} words */
async function next(...words) {
  // instrumentation.ts drains by itself.
  const env = { NODE_OPTIONS, ...(words[0] === 'start' && { NEXT_MANUAL_SIG_HANDLE: 'true' }) };
  const { code } = await run('next', words, { output: 'inherit', env });
  if (code !== 0) process.exit(code);
}

/** @param {string[]} words @param {boolean} [isForced] */
const build = (words, isForced) =>
  makeFrom('.next/source-hash', () => next('build', ...words), isForced);

if (command === 'build') await build(args, true);
if (command === 'dev') await next('dev', ...args);
if (command === 'start') {
  await build([]);
  await next('start', ...args); // Next itself reads PORT (3000 without it) and prints the address
}
