import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * The JavaScript file behind a command of an installed package: to be run with `node`, since the shims in
 * node_modules/.bin differ between systems.
 *
 * @param {string} packageName
 * @param {string} command
 */
export function commandFile(packageName, command) {
  const folder = path.join(projectRoot, 'node_modules', packageName);
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = typeof bin === 'string' ? bin : bin[command];
  if (file === undefined) throw new Error(`${packageName} has no command ${command}`);
  return path.join(folder, file);
}

/** @type {NodeJS.Signals[]} */
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const parentAtStart = process.ppid;

/**
 * npm hands a signal only to the shell that it starts a script with, and that shell dies of it without a
 * word to us. So under npm the loss of our parent counts as SIGTERM.
 *
 * @param {(signal: NodeJS.Signals) => void} stop
 * @returns {() => void} ends the watch
 */
function onStop(stop) {
  for (const signal of stopSignals) process.on(signal, stop);
  const orphanWatch = setInterval(() => {
    if (process.env.npm_lifecycle_event === undefined || process.ppid === parentAtStart) return;
    clearInterval(orphanWatch);
    stop('SIGTERM');
  }, 250);
  return () => {
    clearInterval(orphanWatch);
    for (const signal of stopSignals) process.off(signal, stop);
  };
}

/**
 * Runs a command in the project's root. A signal that stops this process is handed on to the command and
 * awaited, so that nothing is left running.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {object} [options]
 * @param {'inherit' | 'collect'} [options.output]
 * @param {Record<string, string>} [options.env]
 * @param {NodeJS.Signals} [options.stopSignal] instead of the very signal that came
 * @returns {Promise<{ code: number, output: string }>} output is empty unless collected
 */
export function run(command, args, { output = 'collect', env = {}, stopSignal } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      env: {
        ...process.env,
        NEXT_TELEMETRY_DISABLED: '1',
        ...(output === 'collect' ? { NO_COLOR: '1' } : {}),
        ...env,
      },
      stdio: output === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });

    let collected = '';
    const collect = (/** @type {string} */ chunk) => {
      collected += chunk;
    };
    child.stdout?.setEncoding('utf8').on('data', collect);
    child.stderr?.setEncoding('utf8').on('data', collect);

    /** @type {NodeJS.Signals | undefined} */
    let stoppedBy;
    const endWatch = onStop((signal) => {
      stoppedBy = signal;
      child.kill(stopSignal ?? signal);
    });

    child.once('error', (error) => {
      endWatch();
      reject(error);
    });
    child.once('close', (code) => {
      endWatch();
      // A command that ended by itself after the signal has its own say: a server that drained ends with 0.
      if (stoppedBy !== undefined) process.exit(code ?? 128 + constants.signals[stoppedBy]);
      resolve({ code: code ?? 1, output: collected });
    });
  });
}

/**
 * Runs a command of an installed package.
 *
 * @param {[packageName: string, command: string]} tool
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runTool([packageName, command], args, options) {
  return run(process.execPath, [commandFile(packageName, command), ...args], options);
}
