import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

export const projectRoot = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const parentAtStart = process.ppid;

/**
 * npm hands a signal only to the shell that it starts a script with, and that shell ends without a word to us. So
 * under npm the loss of our parent counts as SIGTERM.
 *
 * @param {(signal: NodeJS.Signals) => void} stop
 * @returns {() => void} ends the watch
 */
function onStop(stop) {
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, stop);
  const orphanWatch = setInterval(() => {
    if (process.env.npm_lifecycle_event === undefined || process.ppid === parentAtStart) return;
    clearInterval(orphanWatch);
    stop('SIGTERM');
  }, 250);
  return () => {
    clearInterval(orphanWatch);
    for (const signal of signals) process.off(signal, stop);
  };
}

/**
 * Runs a command, of this project's packages or of the system, in the project's root. A signal that stops this
 * process is handed on to the command and awaited, so that nothing is left running.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {object} [options]
 * @param {'inherit' | 'collect'} [options.output]
 * @param {Record<string, string>} [options.env]
 * @param {NodeJS.Signals} [options.stopSignal] instead of the very signal that came
 * @returns {Promise<{ code: number, output: string }>} output is empty unless collected
 */
export async function run(command, args, { output = 'collect', env = {}, stopSignal } = {}) {
  const isCollected = output === 'collect';
  const child = execa(command, args, {
    cwd: projectRoot,
    preferLocal: true,
    localDir: projectRoot,
    reject: false,
    all: isCollected,
    stdio: isCollected ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { NEXT_TELEMETRY_DISABLED: '1', ...(isCollected && { NO_COLOR: '1' }), ...env },
    maxBuffer: 2 ** 28,
    forceKillAfterDelay: false,
  });
  /** @type {NodeJS.Signals | undefined} */
  let stoppedBy;
  const endWatch = onStop((signal) => {
    stoppedBy = signal;
    child.kill(stopSignal ?? signal);
  });
  const result = await child;
  endWatch();
  // A command that ended by itself after the signal has its own say: a server that drained ends with 0.
  if (stoppedBy) process.exit(result.exitCode ?? 128 + constants.signals[stoppedBy]);
  const isStarted = result.exitCode !== undefined || result.signal !== undefined;
  return {
    code: result.exitCode ?? 1,
    output: isStarted ? (result.all ?? '') : (result.shortMessage ?? ''),
  };
}
