// Programs that tests need and npm does not carry: on Debian as root they are installed, elsewhere they must be there.
import { existsSync, readFileSync } from 'node:fs';
import { execa } from 'execa';
import { run } from './run.mjs';

export const isRoot = process.getuid?.() === 0;

/** Ubuntu's packages of browsers only start a snap, which cannot be driven: Debian itself alone will do. */
function isDebian() {
  const osRelease = '/etc/os-release';
  return existsSync(osRelease) && /^ID="?debian"?$/m.test(readFileSync(osRelease, 'utf8'));
}

/**
 * Installs packages of Debian, if this is Debian and we are root.
 *
 * @param {string[]} packages
 * @returns {Promise<string>} what apt-get said; empty where nothing was tried
 */
export async function installOnDebian(packages) {
  if (!isRoot || !isDebian()) return '';
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  // Another apt may be at work on a machine that has just started.
  const lock = ['-o', 'DPkg::Lock::Timeout=300'];
  const update = await run('apt-get', [...lock, 'update'], { env });
  if (update.code !== 0) return update.output;
  const args = [...lock, 'install', '-y', '--no-install-recommends', ...packages];
  return (await run('apt-get', args, { env })).output;
}

/** @param {string} command @param {string[]} args @returns {Promise<string | undefined>} what it prints, if it is there */
export async function printed(command, args) {
  const { stdout, exitCode } = await execa(command, args, { reject: false });
  return exitCode === 0 ? stdout.trim() : undefined;
}

/**
 * Debian's yamllint, installed where it is missing and can be.
 *
 * @returns {Promise<string | undefined>} its path; undefined where there is none: then the test skips, and says so
 */
export async function realYamllint() {
  const find = async () => (await printed('which', ['yamllint'])) || undefined;
  const found = await find();
  if (found) return found;
  await installOnDebian(['yamllint']);
  return find();
}
