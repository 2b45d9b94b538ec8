// `npm run container`: builds as the Dockerfile says, starts two replicas as the image's user and tries them.
import { execFile, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { buildImage, inImage } from './dockerfile.mjs';
import { freePort } from './free-port.mjs';

const execute = promisify(execFile);

const { image, folder } = buildImage((line) => console.log(line));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** @param {boolean} isTrue @param {string} what */
function check(isTrue, what) {
  console.log(`${isTrue ? '✓' : '✗'} ${what}`);
  if (!isTrue) process.exitCode = 1;
}

async function replica() {
  const port = String(await freePort());
  const child = spawn(...inImage(image, image.command, { PORT: port, HOSTNAME: '127.0.0.1' }));
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      log += chunk;
    });
  }
  const ended = new Promise((resolve) => child.once('close', resolve));
  const isHealthy = () =>
    execute(...inImage(image, image.healthcheck, { PORT: port })).then(
      () => true,
      () => false,
    );
  const end = Date.now() + 30_000;
  let isUp = false;
  while (!isUp && child.exitCode === null && Date.now() < end) {
    isUp = await isHealthy();
    if (!isUp) await pause(100);
  }
  check(isUp, 'the health check of the Dockerfile finds it well');
  const stop = async () => {
    child.kill('SIGTERM');
    const code = await ended;
    check(code === 0, `SIGTERM ends it with 0 (${code})`);
    check(
      !/error|EACCES|EROFS/i.test(log),
      `its log names no error${/error/i.test(log) ? `: ${log}` : ''}`,
    );
    check(!(await isHealthy()), 'the health check finds it gone');
  };
  /** @param {string} target */
  const get = async (target) => {
    const response = await fetch(`http://127.0.0.1:${port}${target}`);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return { get, stop };
}

const [one, other] = [await replica(), await replica()];
const expected = readFileSync('tests/expected/bus-kinesis.yaml', 'utf8');
const [, query = ''] = /^# answers: (.*)$/m.exec(expected) ?? [];
for (const target of ['/', `/values-large.yaml?${query}`, '/values-large.json?plan.peakRps=5000']) {
  const [a, b] = [await one.get(target), await other.get(target)];
  check(a.status === 200, `${target} is served`);
  check(a.text === b.text, `${target} is the same from each replica`);
  const tags = [a, b].map(({ headers }) => headers.get('etag'));
  check(tags[0] !== null && tags[0] === tags[1], `${target} has the same ETag from each`);
  check(a.headers.get('content-security-policy') !== null, `${target} comes sealed`);
}
const overlay = await one.get(`/values-large.yaml?${query}`);
check(overlay.text === expected, 'the overlay is byte for byte the one written by hand');
const script = /src="(\/_next\/static\/[^"]+)"/.exec((await one.get('/')).text)?.[1] ?? '';
check((await one.get(script)).status === 200, 'the page finds its scripts');
await one.stop();
check((await other.get('/healthz')).status === 200, 'a replica goes on when the other ends');
await other.stop();
const { stdout } = await execute('du', ['-sm', image.root]);
console.log(`The image adds ${stdout.split('\t')[0]} MB to its base.`);
