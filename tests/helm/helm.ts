import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadAll } from 'js-yaml';
import { describe } from 'vitest';
import { realHelm } from '../../scripts/helm.mjs';

export interface Helm {
  readonly version: string;
  readonly path: string;
}

const found = await realHelm();
if (!found.available) console.warn(found.summary);

/** A block of tests for each real Helm; where there is none the tests are skipped, and counted as such. */
export const describeWithHelm = describe
  .skipIf(!found.available)
  .each<[string, Helm]>(
    (found.available ? [found.helm4, found.helm3] : [{ version: 'absent', path: 'no-helm' }]).map(
      (helm) => [helm.version, helm],
    ),
  );

/** Settings, plugins and caches of this machine's user play no part. */
const home = path.join(tmpdir(), 'no-such-home');
const env = {
  PATH: process.env.PATH,
  NODE_ENV: process.env.NODE_ENV,
  HOME: home,
  HELM_CACHE_HOME: home,
  HELM_CONFIG_HOME: home,
  HELM_DATA_HOME: home,
  KUBECONFIG: path.join(home, 'none'),
};

/** Runs Helm, with these settings of its environment. `output` is standard output, with standard error behind it when the command failed. */
export function run(
  helm: Helm,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const options = { env: { ...env, ...settings }, maxBuffer: 2 ** 26 };
    execFile(helm.path, args, options, (error, stdout, stderr) => {
      resolve(error ? { ok: false, output: stdout + stderr } : { ok: true, output: stdout });
    });
  });
}

/** What `.Values` was in each chart of `helm template`'s output, by the chart's name. */
export function seenBy(output: string): Map<string, unknown> {
  const seen = new Map<string, unknown>();
  for (const document of loadAll(output)) {
    const { metadata, data } = document as { metadata: { name: string }; data: { seen: string } }; // the fixture's template
    seen.set(metadata.name, JSON.parse(data.seen));
  }
  return seen;
}
