import { expectedLink } from '../tests/expected/expected-overlay.mjs';
import { expectedFile } from './support/files';
import { expect, test } from './support/test';

test('the untouched page downloads the documented overlay, byte for byte', async ({ wizard }) => {
  await wizard.open();
  await wizard.makes('defaults');
  await expect(wizard.status).toHaveText('values-large.yaml was downloaded.');
});

test('every tier filled in through the form downloads the file written by hand for it', async ({
  wizard,
}) => {
  test.slow(); // 40 fields
  await wizard.open();
  const [, ...answers] = new URLSearchParams(expectedLink('everything-on')); // the first is v=1
  expect(answers.length).toBeGreaterThan(35);
  for (const [key, text] of answers) {
    if (text === 'true') await wizard.turn(key, 'on');
    else await wizard.fill(key, text);
  }
  await wizard.makes('everything-on');
});

test('Copy YAML copies the file as it is', async ({ wizard, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await wizard.open('#v=1&eventbus.enabled=false&interactionStore.backend=pg');
  await wizard.button('Copy YAML').click();
  await expect(wizard.status).toHaveText('The YAML was copied.');
  expect(await wizard.clipboard()).toBe(expectedFile('bus-off-store-pg').toString());
});
