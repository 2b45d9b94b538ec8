import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { load } from 'js-yaml';
import { axeFindings } from './support/axe';
import { expect, test } from './support/test';

// What is understood, carried, left out or in conflict is in lib/files; here is what the page makes of it.

test('an opened file is taken, undone, taken again and kept', async ({ wizard }) => {
  await wizard.open();
  const dialog = await wizard.openFile(
    'api: { autoscaling: { maxReplicas: "40" } }\nworker: { keda: { minReplicaCount: lots } }\ningress: { hosts: [a.example] }\n',
  );
  for (const title of ['Understood (1)', 'Carried over (1)', 'In conflict (1)'])
    await expect(dialog.getByText(title)).toBeVisible();
  await expect(wizard.line('maxReplicas: 50')).toBeVisible();
  await wizard.button('Replace my answers').click();
  await expect(wizard.line('maxReplicas: 40')).toBeVisible();
  await expect(wizard.problems).toContainText('worker.keda.minReplicaCount');
  const openedFrom = wizard.page.getByText('Opened from values.yaml');
  await expect(openedFrom).toBeVisible();
  await wizard.button('Undo').click();
  await expect(wizard.preview).not.toContainText('a.example');
  await expect(openedFrom).toHaveCount(0);
  await wizard.button('Redo').click();
  await wizard.goTo('Review');
  await expect(openedFrom).toBeVisible();
  await wizard.holds('worker.keda.minReplicaCount', 'lots');
  await wizard.fill('worker.keda.minReplicaCount', '5');
  expect(load(await wizard.download())).toEqual({
    api: { autoscaling: { enabled: true, maxReplicas: 40 } },
    worker: { keda: { enabled: true, minReplicaCount: 5 } },
    ingress: { hosts: ['a.example'] },
  });

  await expect(wizard.page).toHaveURL(/minReplicaCount=5/);
  await wizard.reload();
  await expect(wizard.preview).toContainText('a.example');
  await wizard.button('Copy link').click();
  await expect(wizard.status).toContainText('but not the 1 key carried over from your file');
});

test('what cannot be read is reported with its place, and nothing is lost', async ({ wizard }) => {
  await wizard.open();
  const text = 'a: 1\nb: 2\nc: d: e\n';
  const dialog = await wizard.openFile(text);
  await expect(dialog.getByRole('alert')).toContainText(
    'in line 3, column 5: A second colon stands in this line',
  );
  await expect(dialog.getByRole('textbox')).toHaveValue(text);
  await expect(dialog.getByRole('textbox')).toBeFocused();
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00]);
  await dialog
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'x.yaml', mimeType: '', buffer: png });
  await expect(dialog.getByRole('alert')).toContainText('binary file');
  await wizard.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(wizard.button('Open an existing file')).toBeFocused();
  await wizard.makes('defaults');
});

test('answers are compared with the default, a link and the opened file', async ({ wizard }) => {
  await wizard.open('#v=1&redis.cluster=false&api.autoscaling.maxReplicas=60');
  const dialog = wizard.dialog('Compare');
  const diff = dialog.getByRole('region', { name: 'Lines of YAML that differ' });
  await wizard.button('Compare').click();
  await expect(wizard.row('Redis: Cluster mode redis.cluster on off')).toBeVisible();
  await expect(dialog.getByText('2 answers changed, 2 lines of YAML different')).toBeVisible();
  await dialog.getByRole('button', { name: 'ceiling' }).click();
  await wizard.dialog('Words and keys').getByRole('button', { name: 'Close' }).click();
  await expect(dialog.getByRole('button', { name: 'ceiling' })).toBeFocused();
  await expect(diff.getByRole('deletion').last()).toHaveText('  cluster: true');
  await expect(diff.getByRole('insertion').last()).toHaveText('  cluster: false');
  await expect(dialog.getByText('Limits lost (1)')).toBeVisible();
  await dialog.getByRole('radio', { name: 'a link' }).check();
  await dialog
    .getByRole('textbox', { name: 'Link' })
    .fill('http://x/#v=1&redis.cluster=false&api.autoscaling.maxReplicas=60&plan.zones=2');
  await expect(wizard.row('plan.zones 2 3')).toBeVisible();
  await wizard.button('Done').click();

  await wizard.openFile('worker: { keda: { minReplicaCount: 9 } }\n');
  await wizard.button('Replace my answers').click();
  await wizard.fill('worker.keda.minReplicaCount', '5');
  await wizard.button('Compare').click();
  await expect(dialog.getByRole('radio', { name: 'the opened file' })).toBeChecked();
  const fewer = dialog.getByRole('region', { name: 'Fewer pods than the opened file' });
  await expect(fewer.getByRole('listitem')).toHaveText([
    'Worker: Smallest number of pods, worker.keda.minReplicaCount: 9 → 5',
  ]);
});

const WITH_SECRETS = `postgres: { rootPassword: hunter2, existingSecret: pg }
openai: { OPENAI_API_KEY: hunter3 }
api: { env: [{ name: DB_PASSWORD, value: hunter4 }] }
`;

test('a secret is carried only where that is wanted, and kept nowhere', async ({ wizard }) => {
  const { page } = wizard;
  await wizard.open();
  const dialog = await wizard.openFile(WITH_SECRETS);
  const carry = dialog.getByLabel('Carry it all the same: postgres.rootPassword');
  const counts = async (leftOut: number, carried: number) => {
    await expect(dialog.getByText(`Left out (${leftOut})`)).toBeVisible();
    await expect(dialog.getByText(`Carried over (${carried})`)).toBeVisible();
    await expect(dialog).not.toContainText('hunter');
  };
  await counts(3, 1);
  await carry.check();
  await counts(2, 2);
  await dialog.getByLabel('Carry it all the same: api.env').check();
  await dialog.getByLabel('Carry it all the same: api.env').uncheck();
  await expect(carry).toBeChecked();

  await wizard.button('Choose another file').click(); // the choice ends with the file
  await dialog.getByRole('textbox').fill(WITH_SECRETS);
  await wizard.button('Read it').click();
  await counts(3, 1);
  await carry.check();
  await wizard.button('Replace my answers').click();
  expect(load(await wizard.download())).toEqual({
    postgres: { rootPassword: 'hunter2', existingSecret: 'pg' },
  });
  expect(page.url()).not.toContain('hunter');
  const kept = await page.evaluate(() => JSON.stringify(history.state));
  expect(kept).toContain('existingSecret');
  expect(kept).not.toContain('hunter');

  const notice = wizard.region('1 carried key not kept');
  for (const _ of ['a reload', 'another one']) {
    await wizard.reload();
    await expect(notice).toContainText('postgres.rootPassword');
    await expect(wizard.preview).not.toContainText('rootPassword');
  }
  await wizard.openFile(WITH_SECRETS);
  await carry.check();
  await wizard.button('Replace my answers').click();
  await expect(wizard.preview).toContainText('rootPassword');
  await expect(notice).toHaveCount(0);
});

test('of a file too large for the history a reload names what went', async ({ wizard }) => {
  await wizard.page.addInitScript(() => {
    for (const method of ['replaceState', 'pushState'] as const) {
      const write = history[method].bind(history);
      history[method] = (state, ...place) => {
        if (JSON.stringify(state).length > 6_000) throw new DOMException('', 'DataCloneError');
        write(state, ...place);
      };
    }
  });
  await wizard.open();
  await wizard.openFile(
    `eventbus: { backend: kafka }\nkafka: { brokers: "a:9092" }\nextra: { text: ${'x'.repeat(6_000)}, more: 1 }\n`,
  );
  await wizard.button('Replace my answers').click();
  await expect(wizard.preview).toContainText('more: 1');
  await wizard.giveChart({ 'values.yaml': 'kafka: { brokers: [] }\n' }); // whose keys the link holds
  await expect(wizard.page).toHaveURL(/map\.kafka\.brokers/);
  await wizard.reload();
  await expect(wizard.region('1 carried key not kept').getByRole('listitem')).toHaveText('extra');
  expect(await axeFindings(wizard.page)).toEqual([]);
  await expect(wizard.preview).not.toContainText('more: 1');
  await expect(wizard.preview).toContainText('a:9092');
});

/** Drags a real file into the window and drops it. Returns whether the page took it. */
async function drop(page: Page, file: string, at: { readonly x: number; readonly y: number }) {
  await page.evaluate(() => {
    const watch = (event: DragEvent) => {
      document.body.dataset.dropped = event.defaultPrevented
        ? `taken: ${event.dataTransfer?.dropEffect}`
        : 'left to the browser'; // which opens the file in the place of the page
    };
    addEventListener('dragover', watch, { once: true });
  });
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, ...at, data });
  await devtools.detach();
  return page.evaluate(() => document.body.dataset.dropped);
}

test('a dropped file is read on the zone and nowhere else', async ({ wizard }, testInfo) => {
  const file = testInfo.outputPath('theirs.yaml');
  writeFileSync(file, 'redis: { cluster: false }\n');
  await wizard.open();
  expect(await drop(wizard.page, file, { x: 300, y: 300 })).toBe('taken: none');
  await wizard.button('Open an existing file').click();
  const dialog = wizard.page.getByRole('dialog');
  const heading = await dialog.getByRole('heading').boundingBox();
  const zone = await dialog.getByRole('textbox').boundingBox();
  for (const [where, box, taken] of [
    ['on the backdrop', { x: 0, y: 0 }, 'none'],
    ['on the heading', heading, 'none'],
    ['on the zone', zone, 'copy'],
  ] as const) {
    const at = { x: (box?.x ?? 0) + 5, y: (box?.y ?? 0) + 5 };
    await expect(dialog.getByText('Understood (1)')).toHaveCount(0);
    expect(await drop(wizard.page, file, at), where).toBe(`taken: ${taken}`);
  }
  await expect(dialog.getByText('Understood (1)')).toBeVisible();
});
