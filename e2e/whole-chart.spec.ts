import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { axeFindings } from './support/axe';

/** A chart that reads some keys of ours, one of them unlisted, and has others elsewhere. */
const CHART: Readonly<Record<string, string>> = {
  'Chart.yaml': 'apiVersion: v2\nname: kaireon\nversion: 1.0.0\n',
  'values.yaml': `api:
  autoscaling: { enabled: true, minReplicas: 2, maxReplicas: 4, targetCPUUtilizationPercentage: 70 }
  resources: {}
worker:
  hpa: { minimum: 1 }
redis: { cluster: false }
`,
  'templates/api.yaml': `{{- if .Values.api.autoscaling.enabled }}
minReplicas: {{ .Values.api.autoscaling.minReplicas }}
{{- end }}
resources: {{- toYaml .Values.api.resources | nindent 2 }}
`,
  'templates/worker.yaml': `{{/* .Values.worker.keda.minReplicaCount is read by nobody */}}
minReplicaCount: {{ .Values.worker.hpa.minimum }}
maxReplicaCount: {{ .Values.worker.hpa.maximum }}
mode: {{ index .Values.redis .Values.which }}
replicas: {{ .Values.outboxPublisher.replicaCount }}
`,
};

function writeChart(folder: string): string {
  for (const [name, text] of Object.entries(CHART)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

async function packed(folder: string): Promise<Buffer> {
  const file = `${folder}-1.0.0.tgz`;
  const [parent, name] = [path.dirname(folder), path.basename(folder)];
  await promisify(execFile)('tar', ['-czf', file, '-C', parent, name]);
  return readFileSync(file);
}

async function openDialog(page: Page): Promise<Locator> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Check against your chart' }).click();
  return page.getByRole('dialog', { name: 'Check against your chart' });
}

/** Drops a file onto the dialog, as a browser does. */
async function drop(page: Page, dialog: Locator, name: string, bytes: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([name = '', base64 = '']) => {
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([bytes], name));
      return data;
    },
    [name, bytes.toString('base64')],
  );
  await dialog.locator('.yaml-source').dispatchEvent('drop', { dataTransfer: transfer });
}

const row = (dialog: Locator, key: string) =>
  dialog.getByRole('listitem').filter({ has: dialog.page().getByText(key, { exact: true }) });

test('the chart’s folder is chosen: each key with who reads it, and a path that only a template has', async ({
  page,
}, testInfo) => {
  const dialog = await openDialog(page);
  const folder = writeChart(testInfo.outputPath('kaireon'));
  await dialog.getByLabel('Choose the chart’s folder').setInputFiles(folder);
  await expect(dialog.locator('.dialog-verdict')).toBeFocused();
  await expect(dialog.locator('.dialog-verdict')).toContainText(
    'your chart’s templates (2) read 3',
  );

  const unread = dialog.getByRole('group').filter({ hasText: 'No reader seen in the templates (' });
  await expect(row(unread, 'worker.keda.minReplicaCount')).toBeVisible();
  await expect(row(unread, 'api.autoscaling.maxReplicas')).toBeVisible();
  await expect(row(unread, 'api.autoscaling.minReplicas')).toHaveCount(0);
  await expect(row(dialog, 'outboxPublisher.replicaCount')).toContainText(
    'Read in templates/worker.yaml line 5.',
  );
  await dialog.getByText('Confirmed (').click();
  await expect(row(dialog, 'api.autoscaling.minReplicas')).toContainText(
    'Read in templates/api.yaml line 2.',
  );
  await expect(row(dialog, 'api.resources.requests.cpu')).toContainText(
    'Read by its parent in templates/api.yaml line 4.',
  );
  await expect(row(dialog, 'redis.cluster')).toContainText(
    'Perhaps read (computed) in templates/worker.yaml line 4.',
  );

  // Listed in no values.yaml: only the template knows it.
  await dialog
    .getByRole('button', { name: /Use worker\.hpa\.maximum .* for worker\.keda\.maxReplicaCount/ })
    .click();
  await expect(row(dialog, 'worker.hpa.maximum')).toContainText(
    'Read in templates/worker.yaml line 3.',
  );
  await expect(page).toHaveURL(/map\.worker\.keda\.maxReplicaCount=worker\.hpa\.maximum/);

  expect(await axeFindings(page, 'dialog')).toEqual([]);

  await dialog.getByRole('button', { name: 'Forget this chart' }).click();
  await expect(dialog.getByLabel('Choose the chart’s folder')).toBeAttached();
});

test('the chart’s folder is dropped', async ({ page }, testInfo) => {
  const dialog = await openDialog(page);
  const folder = writeChart(testInfo.outputPath('kaireon'));
  const place = await dialog.locator('.yaml-source').boundingBox();
  // Only the browser itself can drop a folder.
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const data = { items: [], files: [folder], dragOperationsMask: 1 };
    const [x, y] = [(place?.x ?? 0) + 40, (place?.y ?? 0) + 80];
    await session.send('Input.dispatchDragEvent', { type, x, y, data });
  }
  await expect(dialog.locator('.dialog-verdict')).toContainText(
    'your chart’s templates (2) read 3',
  );
});

/** A render of the chart that does not depend on the overlay. */
const RENDER = `apiVersion: apps/v1
kind: Deployment
metadata: { name: kaireon-api }
spec: { template: { spec: { containers: [{ name: api, resources: { requests: { cpu: 1 } } }] } } }
`;

test('a key that is nowhere in a render gets its reason from the chart', async ({
  page,
}, testInfo) => {
  const dialog = await openDialog(page);
  await dialog
    .getByLabel('Choose the chart’s folder')
    .setInputFiles(writeChart(testInfo.outputPath('kaireon')));
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('tab', { name: 'Proof' }).click();
  const proof = page.getByRole('region', { name: 'Proof' });
  const file = { name: 'render.yaml', mimeType: 'text/yaml', buffer: Buffer.from(RENDER) };
  await proof.getByLabel('choose files').setInputFiles(file);
  await proof.getByLabel('What render.yaml was rendered with').selectOption('with the overlay');
  await proof.getByLabel('choose files').setInputFiles({ ...file, name: 'before.yaml' });
  await expect(proof.getByText('before.yaml', { exact: true })).toBeVisible();
  const at = (key: string) =>
    proof.getByRole('row').filter({ has: page.getByRole('button', { name: key, exact: true }) });
  await expect(at('api.nodeSelector.kaireon\\.ai/tier')).toContainText(
    'No reader seen in the templates.',
  );
  await expect(at('api.resources.requests.cpu')).toContainText(
    'Read by its parent in templates/api.yaml line 4.',
  );
});

test('a packed chart is dropped; an archive without a chart is refused in a sentence', async ({
  page,
}, testInfo) => {
  const dialog = await openDialog(page);
  const bytes = await packed(writeChart(testInfo.outputPath('kaireon')));
  for (const [broken, words] of [
    [Buffer.from('apiVersion: v2'), 'This is no .tgz'],
    [bytes.subarray(0, bytes.length - 30), 'damaged or cut off'],
  ] as const) {
    await drop(page, dialog, 'kaireon-1.0.0.tgz', broken);
    await expect(dialog.getByRole('alert')).toContainText(words);
  }
  await drop(page, dialog, 'kaireon-1.0.0.tgz', bytes);
  await expect(dialog.locator('.dialog-verdict')).toContainText(
    'your chart’s templates (2) read 3',
  );
  await expect(row(dialog, 'outboxPublisher.replicaCount')).toContainText(
    'Read in templates/worker.yaml line 5.',
  );
});
