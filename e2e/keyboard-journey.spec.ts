import { bytesOf, expectedFile } from './support/files';
import { tabTo, tabToEnd } from './support/keyboard';
import { expect, test } from './support/test';

test.use({
  contextOptions: { reducedMotion: 'reduce' }, // the focus is looked at where it comes to rest
  permissions: ['clipboard-read', 'clipboard-write'],
  trace: 'off', // a picture of the whole page at each of hundreds of keys
});

test('from arrival to the file and the link, by keyboard alone and without a request', async ({
  wizard,
  context,
}) => {
  test.slow(); // some 200 stops of Tab
  const { page } = wizard;
  const press = (key: string) => page.keyboard.press(key);
  const requests: string[] = [];
  await wizard.open();
  context.on('request', (request) => {
    if (!request.url().startsWith('blob:')) requests.push(request.url());
  });
  const network = await context.newCDPSession(page);
  network.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('blob:')) requests.push(request.url);
  });
  await network.send('Network.enable');

  await test.step('a number takes arrows and typing', async () => {
    await tabTo(page, wizard.button('Next: Tiers'));
    await press('Enter');
    await expect(wizard.heading('Tiers')).toBeFocused();
    const smallest = await wizard.answer('api.autoscaling.minReplicas');
    await tabTo(page, smallest);
    await press('ArrowUp');
    await press('ArrowUp');
    await expect(wizard.line('minReplicas: 8')).toBeVisible();
    await press('Shift+ArrowUp');
    await expect(wizard.line('minReplicas: 18')).toBeVisible();
    await press('ArrowDown');
    await expect(smallest).toHaveValue('17');
    await press('Control+a');
    await page.keyboard.type('6');
    await expect(wizard.line('minReplicas: 6')).toBeVisible();
    await expect(smallest).toBeFocused();
  });

  await test.step('the next steps lead to the event bus', async () => {
    await tabTo(page, wizard.button('Next: Datastores'));
    await press('Enter');
    await expect(wizard.heading('Datastores')).toBeFocused();
    await tabTo(page, wizard.button('Next: Event bus'));
    await press('Enter');
    await expect(wizard.heading('Event bus')).toBeFocused();
    await expect(wizard.heading('Event bus')).toBeInViewport();
  });

  await test.step('a backend is picked with an arrow and filled in', async () => {
    await tabTo(page, wizard.choice('eventbus.backend', 'kafka'));
    await press('ArrowDown');
    await expect(wizard.choice('eventbus.backend', 'kinesis')).toBeFocused();
    await wizard.hasChosen('eventbus.backend', 'kinesis');
    await tabTo(page, await wizard.answer('kinesis.streamName'));
    await page.keyboard.type('kaireon-events');
    await tabTo(page, await wizard.answer('kinesis.region'));
    await page.keyboard.type('eu-west-1');
  });

  await test.step('Ctrl+S saves the file and leaves the focus where it was', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), press('Control+s')]);
    expect(await bytesOf(download)).toEqual(expectedFile('bus-kinesis'));
    await expect(wizard.control('kinesis.region')).toBeFocused();
  });

  await test.step('optional tiers are turned on with the space bar', async () => {
    await tabTo(page, wizard.button('Next: Interaction store'));
    await press('Enter');
    await tabTo(page, wizard.button('Next: Optional tiers'));
    await press('Enter');
    await expect(wizard.heading('Optional tiers')).toBeFocused();
    await tabTo(page, await wizard.answer('stream.enabled'));
    await press('Space');
    await tabTo(page, await wizard.answer('stream.replicaCount'));
    await page.keyboard.type('4'); // Tab has selected what was there
    await expect(wizard.line('replicaCount: 4')).toBeVisible();
    await tabTo(page, await wizard.answer('mcp.dedicated'));
    await press('Space');
    await expect(wizard.line('dedicated: true')).toBeVisible();
  });

  await test.step('Alt+L copies the link from the last step', async () => {
    await tabTo(page, wizard.button('Next: Plan & capacity'));
    await press('Enter');
    await tabTo(page, wizard.button('Next: Review'));
    await press('Enter');
    await expect(wizard.heading('Review')).toBeFocused();
    await press('Alt+l');
    await expect(wizard.status).toHaveText('The link was copied. It holds every answer.');
    const link =
      '#v=1&stream.enabled=true&stream.replicaCount=4&mcp.dedicated=true&eventbus.backend=kinesis&kinesis.streamName=kaireon-events&kinesis.region=eu-west-1';
    expect(new URL(await wizard.clipboard()).hash).toBe(link);
    await wizard.addressIs(link);
  });

  await test.step('the button saves the file too', async () => {
    await tabTo(page, wizard.downloadButton);
    const [download] = await Promise.all([page.waitForEvent('download'), press('Enter')]);
    expect((await bytesOf(download)).toString()).toBe(await wizard.preview.textContent());
    await expect(wizard.downloadButton).toBeFocused();
  });

  expect(requests).toEqual([]);
});

test('Tab comes by every answer and button, each time in sight', async ({ wizard }) => {
  test.slow(); // some 300 stops
  const { page } = wizard;
  await wizard.open('#preset=everything-on');
  const stops = await tabToEnd(page);
  const answers = await page
    .locator('input[name]')
    .evaluateAll((inputs) => inputs.map((input) => `input ${input.getAttribute('name')}`));
  expect(answers.length).toBeGreaterThan(60);
  expect(stops).toEqual(expect.arrayContaining(answers));
  expect(stops.filter((stop) => stop.startsWith('button Next: '))).toHaveLength(7);
});

test('a file is opened and compared by keyboard alone', async ({ wizard }) => {
  const { page } = wizard;
  const press = (key: string) => page.keyboard.press(key);
  await wizard.open();

  await test.step('a file is pasted, read and taken', async () => {
    const opener = wizard.button('Open an existing file');
    await tabTo(page, opener);
    await press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Open an existing file' });
    await tabTo(page, dialog.getByRole('textbox'));
    await page.keyboard.insertText('redis:\n  cluster: off\nworker:\n  extra: 1\n');
    await tabTo(page, dialog.getByRole('button', { name: 'Read it' }));
    await press('Enter');
    await expect(dialog.locator('.verdict')).toBeFocused();
    await tabTo(page, dialog.getByRole('button', { name: 'Replace my answers' }));
    await press('Enter');
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
    await expect(wizard.line('cluster: false')).toBeAttached();
    await expect(wizard.line('extra: 1')).toBeAttached();
  });

  await test.step('it is compared with the file, then with the default', async () => {
    const opener = wizard.button('Compare');
    await tabTo(page, opener);
    await press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Compare' });
    await tabTo(page, dialog.getByRole('radio', { name: 'the opened file' }));
    await press('ArrowUp');
    await expect(dialog.getByRole('radio', { name: 'the documented default' })).toBeChecked();
    await expect(dialog.getByRole('row', { name: 'redis.cluster true false' })).toBeVisible();
    await press('Escape');
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
  });
});
