import { expectedOverlay } from '../tests/expected/expected-overlay.mjs';
import { requestsOf } from './sealed-journey';
import { tabTo, tabToEnd } from './support/keyboard';
import { STEPS } from './support/steps';
import { expect, test } from './support/test';

test.use({ contextOptions: { reducedMotion: 'reduce' } }); // the focus is looked at where it comes to rest

test('from arrival to the file and the link, by keyboard alone', async ({ wizard }) => {
  test.slow(); // some 200 stops of Tab, each looked at
  const { page } = wizard;
  const press = (key: string) => page.keyboard.press(key);
  await wizard.open();
  const requests = requestsOf(page);

  await tabTo(page, wizard.button('Next: Tiers'));
  await press('Enter');
  await expect(wizard.heading('Tiers')).toBeFocused();
  const smallest = wizard.control('api.autoscaling.minReplicas');
  await tabTo(page, smallest);
  await press('ArrowUp');
  await press('ArrowUp');
  await expect(wizard.line('minReplicas: 8')).toBeVisible();
  await press('Control+a');
  await page.keyboard.type('6');
  await expect(wizard.line('minReplicas: 6')).toBeVisible();
  await expect(smallest).toBeFocused();

  await tabTo(page, wizard.page.getByRole('button', { name: /^Outbox publisher/ }));
  await press('Enter');
  await tabTo(page, wizard.control('outboxPublisher.pollIntervalMs'));

  await tabTo(page, wizard.control('stream.enabled'));
  await press('Space');
  await tabTo(page, wizard.control('stream.replicaCount'));
  await page.keyboard.type('4'); // Tab has selected what was there
  await expect(wizard.line('replicaCount: 4')).toBeVisible();

  for (const step of ['Datastores', 'Event bus']) {
    await tabTo(page, wizard.button(`Next: ${step}`));
    await press('Enter');
    await expect(wizard.heading(step)).toBeFocused();
  }

  await tabTo(page, wizard.choice('eventbus.backend', 'kafka'));
  await press('ArrowDown');
  await expect(wizard.choice('eventbus.backend', 'kinesis')).toBeFocused();
  await expect(wizard.choice('eventbus.backend', 'kinesis')).toBeChecked();
  await tabTo(page, wizard.control('kinesis.streamName'));
  await page.keyboard.type('kaireon-events');

  await press('Shift+Tab'); // in a text field / is a letter
  await press('/');
  await page.keyboard.type('kinesis.region');
  await press('Enter');
  await expect(wizard.control('kinesis.region')).toBeFocused();
  await page.keyboard.type('eu-west-1');

  expect(await wizard.saved(() => press('Control+s'))).toContain('region: eu-west-1');
  await expect(wizard.control('kinesis.region')).toBeFocused();

  await press('Alt+l');
  await expect(wizard.status).toContainText('The link was copied. It holds every answer.');
  const link =
    '#v=1&stream.enabled=true&stream.replicaCount=4&eventbus.backend=kinesis&kinesis.streamName=kaireon-events&kinesis.region=eu-west-1';
  expect(new URL(await wizard.clipboard()).hash).toBe(link);
  await wizard.addressIs(link);

  await tabTo(page, wizard.downloadButton);
  expect(await wizard.saved(() => press('Enter'))).toContain('streamName: kaireon-events');
  await expect(wizard.downloadButton).toBeFocused();

  expect(requests).toEqual([]);
});

test('the tabs of the results are moved through with arrows', async ({ wizard }) => {
  await wizard.open();
  await wizard.page.getByRole('tab', { name: /^Limits/ }).focus();
  for (const tab of ['Capacity', 'Topology', 'Preflight', 'Use it', 'Your chart', 'Limits']) {
    await wizard.page.keyboard.press('ArrowRight');
    await expect(wizard.page.getByRole('tab', { name: new RegExp(`^${tab}`) })).toBeFocused();
  }
});

test('a file is opened by keyboard alone', async ({ wizard }) => {
  const { page } = wizard;
  await wizard.open();
  const opener = wizard.button('Open an existing file');
  await tabTo(page, opener);
  await page.keyboard.press('Enter');
  const dialog = wizard.dialog('Open an existing file');
  await tabTo(page, dialog.getByRole('textbox'));
  await page.keyboard.insertText(expectedOverlay('bus-off'));
  await tabTo(page, dialog.getByRole('button', { name: 'Read it' }));
  await page.keyboard.press('Enter');
  await tabTo(page, dialog.getByRole('button', { name: 'Replace my answers' }));
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
  await wizard.makes('bus-off');
});

test('Tab comes by every answer of every step, each time in sight', async ({ wizard }) => {
  test.slow(); // some 300 stops
  const { page } = wizard;
  await wizard.open('#preset=everything-on');
  for (const step of STEPS) {
    await wizard.goTo(step);
    const names = await page
      .locator('input[name]')
      .evaluateAll((inputs) => [
        ...new Set(inputs.map((input) => `input ${input.getAttribute('name')}`)),
      ]);
    await wizard.heading(step).focus();
    expect(await tabToEnd(page), step).toEqual(expect.arrayContaining(names));
  }
});
