import { execFile } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page, test } from '@playwright/test';
import { load } from 'js-yaml';
import { realHelm } from '../scripts/helm.mjs';
import { projectRoot } from '../scripts/sources.mjs';
import { axeFindings } from './support/axe';
import { Wizard } from './support/wizard';

/** A chart for which the overlay was not written: other names, other places, other types. */
const CHART = `# values.yaml
x-limits: &limits
  limits: { cpu: "2", memory: 2Gi }
api:
  replicas: 3
  hpa:
    enabled: off
    minimum: 2
    maximum: 10
  resources:
    <<: *limits
    requests: {}
tiers:
  worker:
    keda: { enabled: on, minReplicaCount: 1, maxReplicaCount: 5 }
kafka:
  enabled: false
  brokers: []
redis: { mode: external, cluster: true }
`;

/** An overlay that somebody runs. */
const THEIRS = `api:
  image: { tag: "1.10" }
  autoscaling: { enabled: on, minReplicas: 8, maxReplicas: "40" }
mlWorker: { enabled: off }
eventbus: { enabled: yes, backend: kafka }
kafka:
  brokers: [b-1:9092, b-2:9092]
worker:
  keda: { minReplicaCount: lots }
ingress: { hosts: [a.example, b.example] }
`;

const preview = (page: Page) => page.getByRole('region', { name: 'Preview of values-large.yaml' });

async function give(page: Page, button: string, text: string, confirm: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(text);
  await page.getByRole('button', { name: confirm, exact: true }).click();
}

const download = async (page: Page) => (await new Wizard(page).download()).toString();

type Tree = Record<string, unknown>;

/** What real Helm computes from a chart's values with an overlay over them. */
async function computed(helm: string, folder: string, chart: string, overlay: string) {
  cpSync(path.join(projectRoot, 'tests', 'fixtures', 'chart'), folder, { recursive: true });
  writeFileSync(path.join(folder, 'values.yaml'), chart);
  writeFileSync(path.join(folder, 'ours.yaml'), overlay);
  const { stdout } = await promisify(execFile)(helm, [
    'template',
    'kaireon',
    folder,
    '-f',
    path.join(folder, 'values.yaml'),
    '-f',
    path.join(folder, 'ours.yaml'),
  ]);
  const manifest = load(stdout.replace(/^---\n/, '')) as { data: { seen: string } }; // the fixture's template
  return JSON.parse(manifest.data.seen) as Tree;
}

/** Gives the tab `Your chart` a chart's values. */
async function giveChart(page: Page, text: string) {
  await new Wizard(page).isReady();
  await page.getByRole('button', { name: 'Check against your chart' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Your chart' });
  const buffer = Buffer.from(text);
  await panel
    .getByLabel('choose files')
    .setInputFiles({ name: 'values.yaml', mimeType: 'application/yaml', buffer });
  await expect(panel).toContainText(/of \d+ keys/);
  return panel;
}

// That Helm reads it as the file that was opened is in tests/helm/round-trip.test.ts.
test('a file is opened: three lists, nothing replaced before, carried keys kept', async ({
  page,
}) => {
  await page.goto('/');
  await give(page, 'Open an existing file', THEIRS, 'Read it');
  const dialog = page.getByRole('dialog', { name: 'Open an existing file' });
  await expect(dialog.getByText('Understood (7)')).toBeVisible();
  await expect(dialog.getByText('Carried over (2)')).toBeVisible();
  await expect(dialog.getByText('In conflict (1)')).toBeVisible();
  await expect(
    dialog.getByRole('listitem').filter({ hasText: 'worker.keda.minReplicaCount' }),
  ).toContainText('lots');
  await expect(preview(page)).toContainText('maxReplicas: 50');

  await dialog.getByRole('button', { name: 'Replace my answers' }).click();
  await expect(dialog).toBeHidden();
  await expect(preview(page)).toContainText('maxReplicas: 40');
  await expect(page.getByRole('region', { name: 'There is a problem' })).toContainText(
    'worker.keda.minReplicaCount',
  );
  const wizard = new Wizard(page);
  await expect(preview(page)).not.toContainText('topologySpreadConstraints');
  const field = await wizard.answer('worker.keda.minReplicaCount');
  await expect(field).toHaveValue('lots');
  await field.fill('5');

  const text = await download(page);
  expect(text).toContain('# Carried over from your own file');
  expect(load(text)).toMatchObject({
    api: { image: { tag: '1.10' }, autoscaling: { minReplicas: 8, maxReplicas: 40 } },
    mlWorker: { enabled: false },
    kafka: { brokers: ['b-1:9092', 'b-2:9092'] },
    worker: { keda: { minReplicaCount: 5 } },
    ingress: { hosts: ['a.example', 'b.example'] },
  });

  await expect(page).toHaveURL(/minReplicaCount=5/);
  await page.reload();
  await expect(preview(page)).toContainText('a.example');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('but not the 2 keys carried over from your file')).toBeVisible();
});

test('an opened file is undone with all that it carried', async ({ page }) => {
  await page.goto('/');
  await give(page, 'Open an existing file', THEIRS, 'Read it');
  await page.getByRole('button', { name: 'Replace my answers' }).click();
  await expect(preview(page)).toContainText('a.example');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(preview(page)).not.toContainText('a.example');
  await expect(preview(page)).toContainText('maxReplicas: 50');
});

test('a file that was made here comes back by itself, plan and all', async ({ page }) => {
  await page.goto('/#v=1&eventbus.backend=pulsar&plan.zones=2&plan.peakRps=900');
  await expect(preview(page)).toContainText('pulsar');
  const text = await download(page);
  await page.getByRole('button', { name: 'Reset answers' }).click();
  await expect(page.getByText('as documented', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Open an existing file' }).click();
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'values-large.yaml', mimeType: 'text/yaml', buffer: Buffer.from(text) });
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('In conflict (0)')).toBeAttached();
  await dialog.getByRole('button', { name: 'Replace my answers' }).click();
  await expect(page).toHaveURL(/plan\.peakRps=900/);
  expect(await download(page)).toBe(text);
});

test('what cannot be read is reported with its place, and nothing is lost', async ({ page }) => {
  await page.goto('/');
  await give(page, 'Open an existing file', 'a: 1\nb: 2\nc: d: e\n', 'Read it');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('alert')).toContainText(
    'in line 3, column 5: A second colon stands in this line',
  );
  await expect(dialog.getByRole('textbox')).toHaveValue('a: 1\nb: 2\nc: d: e\n');
  await expect(dialog.getByRole('textbox')).toBeFocused();
  const png = { name: 'x.yaml', mimeType: '', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00]) };
  await page.getByLabel('Choose a file').setInputFiles(png);
  await expect(dialog.getByRole('alert')).toContainText('binary file');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Open an existing file' })).toBeFocused();
  await expect(page.getByText('as documented', { exact: true })).toBeVisible();
});

test('a chart is checked, a path chosen, and real Helm computes what was shown', async ({
  page,
  baseURL,
}, testInfo) => {
  await page.goto('/#v=1&kafka.brokers=b-1%3A9092%2Cb-2%3A9092');
  const panel = await giveChart(page, CHART);
  const row = (key: string) =>
    panel.getByRole('row').filter({ has: page.getByRole('button', { name: key, exact: true }) });
  await panel
    .getByRole('button', { name: /Use api\.hpa\.maximum .* for api\.autoscaling\.maxReplicas/ })
    .click();
  await panel
    .getByRole('button', { name: /Use api\.hpa\.enabled .* for api\.autoscaling\.enabled/ })
    .click();
  await panel.getByText('Only what is not listed').click();
  await expect(row('api.autoscaling.maxReplicas')).toContainText(
    'Your chart’s values have 10 here.',
  );
  await expect(row('kafka.brokers')).toContainText('Your chart has a list here');
  await expect(row('redis.cluster')).toContainText('Your chart’s values have the same.');

  await expect(preview(page)).toContainText('maximum: 50');
  const sign = (text: string) => preview(page).locator('.line', { hasText: text }).getByRole('img');
  await expect(sign('cluster: true')).toHaveAccessibleName('listed');
  await expect(sign('pollIntervalMs: 1000')).toHaveAccessibleName('not listed');
  await expect(page).toHaveURL(/map\.api\.autoscaling\.maxReplicas=api\.hpa\.maximum/);

  const text = await download(page);
  const served = await page.request.get(
    `${baseURL}/values-large.yaml?${new URL(page.url()).hash.slice(1)}`,
  );
  expect(await served.text()).toBe(text);

  const fresh = await page.context().newPage();
  await fresh.goto(page.url());
  await expect(preview(fresh)).toContainText('maximum: 50');
  await fresh.close();

  const helm = await realHelm();
  test.skip(!helm.available, helm.summary);
  if (!helm.available) return;
  for (const { path: command, version } of [helm.helm4, helm.helm3]) {
    const seen = await computed(command, testInfo.outputPath(version), CHART, text);
    expect(seen, version).toMatchObject({
      api: {
        replicas: 3,
        hpa: { enabled: true, minimum: 2, maximum: 50 },
        resources: { requests: { cpu: '2', memory: '4Gi' }, limits: { cpu: '4', memory: '8Gi' } },
      },
      kafka: { enabled: true, brokers: ['b-1:9092', 'b-2:9092'] },
      redis: { mode: 'external', cluster: true },
    });
    expect((seen.api as { autoscaling: Tree }).autoscaling).not.toHaveProperty('maxReplicas');
  }
});

test('answers are compared with the default, the opened file and a link', async ({ page }) => {
  await page.goto('/#v=1&redis.cluster=false');
  const dialog = page.getByRole('dialog', { name: 'Compare' });
  const diff = dialog.getByRole('region', { name: 'Lines of YAML that differ' });
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(dialog.getByRole('row', { name: 'redis.cluster on off' })).toBeVisible();
  await expect(diff.getByRole('deletion')).toHaveText('  cluster: true');
  await expect(diff.getByRole('insertion')).toHaveText('  cluster: false');
  await expect(dialog.getByText('Limits lost (1)')).toBeVisible();

  await dialog.getByRole('radio', { name: 'a link' }).check();
  await dialog
    .getByRole('textbox', { name: 'Link' })
    .fill('http://x/#v=1&redis.cluster=false&plan.zones=2');
  await expect(dialog.getByRole('row', { name: 'plan.zones 2 3' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();

  const theirs = THEIRS.replace('lots', '9');
  await give(page, 'Open an existing file', theirs, 'Read it');
  await page.getByRole('button', { name: 'Replace my answers' }).click();
  await new Wizard(page).fill('worker.keda.minReplicaCount', '5');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(dialog.getByRole('radio', { name: 'the opened file' })).toBeChecked();
  const fewer = dialog.getByRole('region', { name: 'Fewer pods than the opened file' });
  await expect(fewer.getByRole('listitem')).toHaveText(['worker.keda.minReplicaCount: 9 → 5']);
});

test('the dialogs are sound to axe, in both themes and on a phone', async ({ page }) => {
  for (const [theme, width] of [
    ['light', 1440],
    ['dark', 390],
  ] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width, height: 844 });
    await page.goto('/');
    await new Wizard(page).isReady();
    // On a phone they stand behind the menu, which folds again once one is chosen.
    const menu = page.getByRole('button', { name: 'Menu' });
    const unfold = async () => (await menu.isVisible()) && menu.click();
    await unfold();
    await give(page, 'Open an existing file', THEIRS, 'Read it');
    await expect(page.getByRole('dialog').locator('.dialog-verdict')).toBeFocused();
    expect(await axeFindings(page, 'dialog'), 'Open').toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await unfold();
    await page.getByRole('button', { name: 'Compare' }).click();
    await expect(page.getByRole('dialog', { name: 'Compare' })).toBeVisible();
    expect(await axeFindings(page, 'dialog'), 'Compare').toEqual([]);
  }
});
