// `npm run dev`, `npm run build` and `npm start`. Further arguments go to Next as they are.
import { buildIsFresh, hashSources, stampBuild, unstampBuild } from './build-stamp.mjs';
import { run } from './run.mjs';

// Node answers headers above 16 KiB, the address among them, with a 431 before Next sees them. The routes answer 414,
// so as much is let through as a command line can hold (Linux: 128 KiB an argument).
const NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --max-http-header-size=262144`.trim();

/** @param {string[]} args @param {Record<string, string>} [env] */
async function next(args, env = {}) {
  const { code } = await run('next', args, { output: 'inherit', env: { NODE_OPTIONS, ...env } });
  if (code !== 0) process.exit(code);
}

/** @param {string[]} args */
async function build(args) {
  const sourceHash = hashSources();
  unstampBuild();
  // webpack, not Turbopack: it drops what zod and js-yaml do not need, 12 kB of gzip (docs/decisions/0003).
  await next(['build', '--webpack', ...args]);
  stampBuild(sourceHash);
}

const [command, ...args] = process.argv.slice(2);
switch (command) {
  case 'dev':
    await next(['dev', '--webpack', ...args]);
    break;
  case 'build':
    await build(args);
    break;
  case 'start':
    if (!buildIsFresh()) await build([]);
    // Next itself reads PORT (3000 without it) and prints the address.
    await next(['start', ...args], { NEXT_MANUAL_SIG_HANDLE: 'true' }); // instrumentation.ts drains by itself
    break;
  default:
    console.error('usage: node scripts/next.mjs dev|build|start [arguments for next]');
    process.exit(2);
}
