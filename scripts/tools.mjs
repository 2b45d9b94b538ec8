// Programs that tests need and npm does not carry: on Debian as root they are installed, elsewhere they must be there.
import { existsSync, readFileSync } from 'node:fs';
import { execa } from 'execa';
import { run } from './run.mjs';

export const isRoot = process.getuid?.() === 0;
const osRelease = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
/** Ubuntu's packages of browsers only start a snap, which cannot be driven: only Debian itself will do. */
const isDebian = /^ID="?debian"?$/m.test(osRelease);

/** Installs packages of Debian, if this is Debian and we are root.
 * @param {string[]} packages @returns {Promise<string>} what apt-get printed; empty where nothing was tried */
export async function installOnDebian(packages) {
  if (!isRoot || !isDebian) return '';
  // Another apt may still run on a machine that has just started.
  const apt = (/** @type {string[]} */ ...args) =>
    run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
  const update = await apt('update');
  if (update.code !== 0) return update.output;
  return (await apt('install', '-y', '--no-install-recommends', ...packages)).output;
}

/** @param {string} command @param {string[]} args @returns {Promise<string | undefined>} what it prints, if it is there */
export async function printed(command, args) {
  const { stdout, exitCode } = await execa(command, args, { reject: false });
  return exitCode === 0 ? stdout.trim() : undefined;
}
