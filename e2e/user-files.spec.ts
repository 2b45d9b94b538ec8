import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { load } from 'js-yaml';
import { axeFindings } from './support/axe';
import { expect, test } from './support/test';
import type { Wizard } from './support/wizard';

/** Secrets of every kind, and a reference, which is not one. */
const WITH_SECRETS = `redis: { cluster: false }
postgres: { rootPassword: hunter2, existingSecret: pg }
openai: { OPENAI_API_KEY: hunter3 }
api:
  env: [{ name: DB_PASSWORD, value: hunter4 }]
`;

async function read(wizard: Wizard, text: string) {
  await wizard.button('Open an existing file').click();
  const dialog = wizard.page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(text);
  await wizard.button('Read it').click();
  return dialog;
}

test('a secret is left out of the new file, and carried only where the person wants it for that key', async ({
  wizard,
}) => {
  await wizard.open();
  const dialog = await read(wizard, WITH_SECRETS);
  await expect(dialog.getByText('Left out (3)')).toBeVisible();
  await expect(dialog.getByText('Carried over (1)')).toBeVisible();
  await expect(dialog).not.toContainText('hunter');

  const carry = dialog.getByLabel('Carry it all the same: postgres.rootPassword');
  await carry.check();
  await expect(dialog.getByText('Left out (2)')).toBeVisible();
  await expect(dialog.getByText('Carried over (2)')).toBeVisible();
  await expect(dialog).not.toContainText('hunter');
  await dialog.getByLabel('Carry it all the same: api.env').check();
  await dialog.getByLabel('Carry it all the same: api.env').uncheck();
  await expect(carry).toBeChecked();

  // The choice ends with the file.
  await wizard.button('Choose another file').click();
  await dialog.getByRole('textbox').fill(WITH_SECRETS);
  await wizard.button('Read it').click();
  await expect(dialog.getByText('Left out (3)')).toBeVisible();
  await carry.check();
  await wizard.button('Replace my answers').click();
  const file = (await wizard.download()).toString();
  expect(file).not.toContain('hunter3');
  expect(file).not.toContain('hunter4');
  expect(load(file)).toMatchObject({
    postgres: { rootPassword: 'hunter2', existingSecret: 'pg' },
    redis: { cluster: false },
  });
  expect(wizard.page.url()).not.toContain('hunter');
});

test('a carried secret is not kept in the history: after a reload the page names it, and the file brings it back', async ({
  wizard,
}) => {
  const { page } = wizard;
  const carry = async () => {
    const dialog = await read(wizard, WITH_SECRETS);
    await dialog.getByLabel('Carry it all the same: postgres.rootPassword').check();
    await wizard.button('Replace my answers').click();
    await expect(wizard.preview).toContainText('rootPassword');
  };
  await wizard.open();
  await carry();
  const kept = await page.evaluate(() => JSON.stringify(history.state));
  expect(kept).toContain('existingSecret');
  expect(kept).not.toContain('hunter');

  const notice = page.getByRole('region', { name: '1 carried key not kept' });
  for (const _ of ['a reload', 'another one']) {
    await page.reload();
    await wizard.isReady();
    await expect(notice).toContainText('postgres.rootPassword');
    await expect(wizard.preview).not.toContainText('rootPassword');
  }
  await carry();
  await expect(notice).toHaveCount(0);
});

test('a file that is too large for the browser’s history: after a reload the page names what went', async ({
  wizard,
}) => {
  const { page } = wizard;
  await page.addInitScript(() => {
    const replaceState = history.replaceState.bind(history);
    const pushState = history.pushState.bind(history);
    const small = (state: unknown) => {
      if (JSON.stringify(state).length > 3_000) throw new DOMException('', 'DataCloneError');
    };
    history.replaceState = (state, ...place) => {
      small(state);
      replaceState(state, ...place);
    };
    history.pushState = (state, ...place) => {
      small(state);
      pushState(state, ...place);
    };
  });
  await wizard.open();
  await read(
    wizard,
    `eventbus:\n  backend: kafka\nkafka:\n  brokers: a:9092\nextra:\n  text: ${'x'.repeat(4_000)}\n  more: 1\n`,
  );
  await wizard.button('Replace my answers').click();
  await expect(wizard.preview).toContainText('more: 1');
  await page.reload();
  await wizard.isReady();
  const notice = page.getByRole('region', { name: '1 carried key not kept' });
  await expect(notice.getByRole('listitem')).toHaveText('extra');
  expect(await axeFindings(page)).toEqual([]);
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
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, ...at, data });
  }
  await devtools.detach();
  return page.evaluate(() => document.body.dataset.dropped);
}

test('a file that is dropped beside the zone leaves the page as it is, one on the zone is read', async ({
  wizard,
}, testInfo) => {
  const { page } = wizard;
  const file = testInfo.outputPath('theirs.yaml');
  writeFileSync(file, 'redis: { cluster: false }\n');
  await wizard.open();
  expect(await drop(page, file, { x: 300, y: 300 })).toBe('taken: none');
  await wizard.button('Open an existing file').click();
  expect(await drop(page, file, { x: 5, y: 5 }), 'on the backdrop').toBe('taken: none');
  const dialog = page.getByRole('dialog');
  const title = await dialog.getByRole('heading').boundingBox();
  const beside = { x: (title?.x ?? 0) + 5, y: (title?.y ?? 0) + 5 };
  expect(await drop(page, file, beside)).toBe('taken: none');
  await expect(dialog.getByText('Understood (1)')).toHaveCount(0);

  const zone = await dialog.getByRole('textbox').boundingBox();
  const within = { x: (zone?.x ?? 0) + 20, y: (zone?.y ?? 0) + 20 };
  expect(await drop(page, file, within)).toBe('taken: copy');
  await expect(dialog.getByText('Understood (1)')).toBeVisible();
});
