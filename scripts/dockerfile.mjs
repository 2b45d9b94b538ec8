// Runs the steps of our Dockerfile without a container engine: each stage is a folder, each RUN a shell in it.
// What a step needs of its base image, Node and npm, is this machine's own.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from './run.mjs';

/** @typedef {{ name: string, words: string }} Step */

/**
 * @typedef {object} Stage
 * @property {string} root stands for `/`
 * @property {string} workdir
 * @property {Record<string, string>} env
 * @property {string} user
 * @property {string[]} command
 * @property {string[]} healthcheck
 */

/** @param {string} text @returns {Step[]} */
export function stepsOf(text) {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name = '', words = ''] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
      return { name, words };
    });
}

/**
 * Nothing else of this process's: what the image does not set must not be needed.
 *
 * @param {Record<string, string>} env
 */
function environment(env) {
  const { PATH, HOME } = process.env;
  // Next's types ask every environment for NODE_ENV; whether this one has it is the Dockerfile's to say.
  return /** @type {NodeJS.ProcessEnv} */ (/** @type {unknown} */ ({ PATH, HOME, ...env }));
}

/** A list as in `CMD ["node", "server.js"]`. @param {string} words @returns {string[]} */
const listOf = (words) => JSON.parse(words.slice(words.indexOf('[')));

/** @param {string} folder */
function ignoredIn(folder) {
  return new Set(readFileSync(path.join(folder, '.dockerignore'), 'utf8').split('\n'));
}

/**
 * @param {string} words
 * @param {Stage} stage
 * @param {Map<string, Stage>} stages
 */
function copy(words, { root, workdir }, stages) {
  const [, from, paths = ''] = /^(?:--from=(\S+) )?(.*)$/.exec(words) ?? [];
  const all = paths.split(' ');
  const target = path.join(root, path.posix.resolve(workdir, all.pop() ?? ''));
  const sourceRoot = from === undefined ? projectRoot : stages.get(from)?.root;
  if (sourceRoot === undefined) throw new Error(`There is no stage ${from} to copy from.`);
  const ignored = from === undefined ? ignoredIn(projectRoot) : new Set();
  for (const source of all) {
    const whole = path.join(sourceRoot, source);
    if (path.extname(source) !== '' && source !== '.') {
      cpSync(whole, path.join(target, path.basename(source)));
      continue;
    }
    mkdirSync(target, { recursive: true });
    for (const name of readdirSync(whole)) {
      if (ignored.has(name)) continue;
      cpSync(path.join(whole, name), path.join(target, name), { recursive: true });
    }
  }
}

/**
 * Runs every step.
 *
 * @param {(line: string) => void} say
 * @returns {{ image: Stage, folder: string }} the last stage, and the folder that holds them all
 */
export function buildImage(say) {
  const folder = mkdtempSync(path.join(tmpdir(), 'container-'));
  chmodSync(folder, 0o755); // the image's user is another one
  /** @type {Map<string, Stage>} */
  const stages = new Map();
  /** @type {Stage | undefined} */
  let stage;
  for (const { name, words } of stepsOf(
    readFileSync(path.join(projectRoot, 'Dockerfile'), 'utf8'),
  )) {
    const begun = performance.now();
    if (name === 'FROM') {
      const [, called = ''] = / AS (\S+)$/.exec(words) ?? [];
      const root = path.join(folder, called);
      mkdirSync(root);
      stage = { root, workdir: '/', env: {}, user: '0:0', command: [], healthcheck: [] };
      stages.set(called, stage);
      continue;
    }
    if (stage === undefined) throw new Error(`${name} before FROM`);
    switch (name) {
      case 'WORKDIR':
        stage.workdir = words;
        mkdirSync(path.join(stage.root, words), { recursive: true });
        break;
      case 'ENV': {
        const [key = '', value = ''] = words.split('=');
        stage.env[key] = value;
        break;
      }
      case 'COPY':
        copy(words, stage, stages);
        break;
      case 'RUN':
        execFileSync('sh', ['-c', words], {
          cwd: path.join(stage.root, stage.workdir),
          env: environment(stage.env),
          stdio: 'pipe',
        });
        break;
      case 'USER':
        stage.user = words;
        break;
      case 'HEALTHCHECK':
        stage.healthcheck = listOf(words);
        break;
      case 'CMD':
        stage.command = listOf(words);
        break;
      case 'EXPOSE':
        break;
      default:
        throw new Error(`This script does not know the step ${name} ${words}`);
    }
    say(`${name} ${words.slice(0, 60)}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  }
  if (stage === undefined) throw new Error('The Dockerfile has no stage.');
  return { image: stage, folder };
}

/**
 * How a command of the image is started: as its user where this process may become another one.
 *
 * @param {Stage} image
 * @param {string[]} command
 * @param {Record<string, string>} env
 * @returns {[program: string, args: string[], options: { cwd: string, env: NodeJS.ProcessEnv, uid?: number, gid?: number }]}
 */
export function inImage(image, [program = '', ...args], env) {
  const [uid, gid] = image.user.split(':').map(Number);
  const options = {
    cwd: path.join(image.root, image.workdir),
    env: environment({ ...image.env, ...env }),
    ...(process.getuid?.() === 0 && uid !== undefined && gid !== undefined && { uid, gid }),
  };
  return [program === 'node' ? process.execPath : program, args, options];
}
