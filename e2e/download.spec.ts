import { bytesOf, expectedFile } from './support/files';
import { expect, test } from './support/test';

test('the untouched page downloads the documented overlay, byte for byte', async ({ wizard }) => {
  await wizard.open();
  await wizard.previews(expectedFile('defaults').toString());
  const [download] = await Promise.all([
    wizard.page.waitForEvent('download'),
    wizard.downloadButton.click(),
  ]);
  expect(download.suggestedFilename()).toBe('values-large.yaml');
  expect(await bytesOf(download)).toEqual(expectedFile('defaults'));
  await expect(wizard.status).toHaveText('values-large.yaml was downloaded.');
});

test('every tier filled in through the form downloads the file written by hand for it', async ({
  wizard,
}) => {
  test.slow(); // 40 fields
  await wizard.open();
  const fill = async (group: string, texts: Readonly<Record<string, string>>) => {
    for (const [label, text] of Object.entries(texts)) await wizard.field(group, label).fill(text);
  };
  await fill('API', {
    'Smallest number of pods': '12',
    'Largest number of pods': '80',
    'Target CPU utilisation': '60',
    'CPU request': '1500m',
    'Memory request': '6Gi',
    'CPU limit': '6',
    'Memory limit': '12Gi',
  });
  await fill('Worker', {
    'Smallest number of pods': '0',
    'Largest number of pods': '50',
    'Queue length a pod': '20',
    'Polling interval': '10',
    'Cooldown period': '180',
    'CPU request': '1',
    'Memory request': '2Gi',
    'CPU limit': '2',
    'Memory limit': '4Gi',
  });
  await fill('ML worker', {
    'Smallest number of pods': '1',
    'Largest number of pods': '4',
    'CPU request': '4',
    'Memory request': '16Gi',
    'CPU limit': '16',
    'Memory limit': '32Gi',
  });
  await fill('Outbox publisher', {
    'Number of pods': '5',
    'Pods that a drain must leave': '3',
    'Poll interval': '500',
    'CPU request': '250m',
    'Memory request': '768Mi',
  });
  await fill('Cron', { 'CPU request': '50m', 'Memory request': '128Mi' });
  await wizard.field('Stream', 'Run the stream tier').check();
  await fill('Stream', { 'Number of pods': '4', 'CPU request': '0.5', 'Memory request': '4Gi' });
  await wizard.field('MCP', 'Run MCP on pods of its own').check();
  await fill('MCP', { 'Number of pods': '3', 'CPU request': '1', 'Memory request': '1073741824' });
  await fill('Postgres', { 'Read replicas that you have provisioned': '4' });
  await fill('Expected load', { 'Availability zones': '2' });

  await wizard.previews(expectedFile('everything-on').toString());
  const [download] = await Promise.all([
    wizard.page.waitForEvent('download'),
    wizard.downloadButton.click(),
  ]);
  expect(await bytesOf(download)).toEqual(expectedFile('everything-on'));
});

test('Copy YAML copies the very file', async ({ wizard, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await wizard.open('#v=1&eventbus.enabled=false&interactionStore.backend=pg');
  await wizard.button('Copy YAML').click();
  await expect(wizard.status).toHaveText('The YAML was copied.');
  expect(await wizard.clipboard()).toBe(expectedFile('bus-off-store-pg').toString());
});
