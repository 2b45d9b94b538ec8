import { constants } from 'node:os';
import { execa } from 'execa';
import { projectRoot } from './sources.mjs';

const parentAtStart = process.ppid;
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs a command, of this project's packages or of the system, in the project's root. A signal that stops this
 * process is passed on to the command (or `stopSignal` in its place) and awaited, so that nothing is left running.
 *
 * @param {string} command @param {string[]} args
 * @param {{ output?: 'inherit' | 'collect', env?: Record<string, string>, stopSignal?: NodeJS.Signals }} [options]
 * @returns {Promise<{ code: number, output: string }>} output is empty unless collected
 */
export async function run(command, args, { output = 'collect', env = {}, stopSignal } = {}) {
  const isCollected = output === 'collect';
  const child = execa(command, args, {
    ...{ cwd: projectRoot, preferLocal: true, localDir: projectRoot },
    ...{ reject: false, forceKillAfterDelay: false, all: isCollected },
    stdio: isCollected ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { NEXT_TELEMETRY_DISABLED: '1', ...(isCollected && { NO_COLOR: '1' }), ...env },
  });
  /** @type {NodeJS.Signals | undefined} */
  let stoppedBy;
  const stop = (/** @type {NodeJS.Signals} */ signal) => {
    stoppedBy = signal;
    child.kill(stopSignal ?? signal);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  // npm passes a signal only to the shell that it starts a script with, and that shell ends without passing it on. So
  // under npm the loss of our parent counts as SIGTERM.
  const orphanWatch = setInterval(() => {
    const isOrphan = process.env.npm_lifecycle_event && process.ppid !== parentAtStart;
    if (isOrphan && !stoppedBy) stop('SIGTERM');
  }, 250);
  const result = await child;
  clearInterval(orphanWatch);
  for (const signal of SIGNALS) process.off(signal, stop);
  // The code of a command that ended by itself after the signal counts: a server that drained ends with 0.
  if (stoppedBy) process.exit(result.exitCode ?? 128 + constants.signals[stoppedBy]);
  return { code: result.exitCode ?? 1, output: result.all || result.shortMessage || '' };
}
