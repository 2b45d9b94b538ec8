import { expect, test } from './support/test';

type Press = Pick<
  KeyboardEventInit,
  'key' | 'code' | 'altKey' | 'ctrlKey' | 'shiftKey' | 'isComposing'
>;

/** Where two keyboards have Z, Y and the slash, and what they print where the English Z is. */
const KEYBOARDS = [
  { z: 'KeyY', y: 'KeyZ', slash: 'Digit7', atEnglishZ: 'y' }, // German
  { z: 'KeyW', y: 'KeyY', slash: 'Period', atEnglishZ: 'w' }, // French
];

test('Tab goes from cell to cell, and each is one step to undo and to redo', async ({ wizard }) => {
  await wizard.open();
  await wizard.goTo('Tiers');
  const min = wizard.control('api.autoscaling.minReplicas');
  const max = wizard.control('api.autoscaling.maxReplicas');
  await min.selectText();
  await wizard.page.keyboard.type('7');
  await wizard.page.keyboard.press('Tab'); // the way back to the documented value is not in between
  await wizard.page.keyboard.type('60');
  await wizard.control('stream.enabled').check();
  await wizard.turn('redis.cluster', 'off');
  await wizard.goTo('Review');
  await wizard.button('Undo').click();
  await expect(wizard.status).toContainText('Undone: Redis: Cluster mode');
  await wizard.button('Undo').click();
  await expect(wizard.status).toContainText('Undone: Stream');
  await wizard.goTo('Tiers');
  await expect(wizard.status).toBeEmpty(); // it was said on another step
  await expect(wizard.control('stream.enabled')).not.toBeChecked();
  await wizard.button('Undo').click();
  await expect(max).toHaveValue('50');
  await expect(min).toHaveValue('7');
  await wizard.page.keyboard.press('Control+z');
  await expect(min).toHaveValue('6');
  await wizard.makes('defaults');
  await wizard.page.keyboard.press('Control+Shift+z');
  await expect(min).toHaveValue('7');
  await wizard.button('Redo').click();
  await expect(max).toHaveValue('60');
  await wizard.addressIs('#v=1&api.autoscaling.minReplicas=7&api.autoscaling.maxReplicas=60');
});

test('text is understood as meant, and shown so when the field is left', async ({ wizard }) => {
  await wizard.open();
  const peak = await wizard.answer('plan.peakRps');
  await peak.fill(' 12,000 ');
  const memory = await wizard.answer('api.resources.limits.memory');
  await memory.fill('12 Gi');
  const brokers = await wizard.answer('kafka.brokers');
  await wizard.page.evaluate(() => navigator.clipboard.writeText('- b-1:9092\n- "b-2:9092"\n'));
  await wizard.page.keyboard.press('Control+v');
  await expect(brokers).toHaveValue('b-1:9092,b-2:9092');
  await expect(wizard.line('brokers: b-1:9092,b-2:9092')).toBeVisible();
  await wizard.holds('api.resources.limits.memory', '12Gi');
  await wizard.holds('plan.peakRps', '12000');
  await wizard.fill('mlWorker.resources.requests.cpu', '1500m');
  await expect(wizard.page.getByText('Note: below the documented CPU request (2).')).toBeVisible();
});

test('what is blank is left to the chart, and back by one press', async ({ wizard }) => {
  await wizard.open('#v=1&eventbus.backend=kinesis&kinesis.streamName=s');
  await wizard.fill('kinesis.streamName', '');
  await expect(wizard.preview).not.toContainText('streamName:');
  await wizard.fill('worker.keda.listLength', '');
  const cell = await wizard.answer('api.resources.limits.cpu');
  await cell.fill('');
  await wizard.addressIs(
    '#v=1&api.resources.limits.cpu=&worker.keda.listLength=&eventbus.backend=kinesis',
  );
  await expect(wizard.line('listLength: 50')).toHaveCount(0);
  await expect(wizard.line('cpu: "4"')).toHaveCount(1); // the worker’s
  await cell.blur();
  await expect(cell).toHaveAccessibleDescription(/Left to the chart/);
  await wizard.page.getByRole('button', { name: /^Back to 4/ }).click();
  await expect(cell).toHaveValue('4');
  await expect(cell).toBeFocused();
  await expect(wizard.line('cpu: "4"')).toHaveCount(2);
});

for (const [kind, key, line] of [
  ['switch', 'redis.cluster', 'cluster: true'],
  ['choice with cards', 'eventbus.backend', 'backend: kafka'],
  ['choice in a row', 'plan.apiZoneSpread', 'topologySpreadConstraints:'],
  ['choice of a tier', 'cron.concurrencyPolicy', 'concurrencyPolicy: Forbid'],
] as const) {
  test(`a ${kind} is left to the chart and set here again`, async ({ wizard }) => {
    await wizard.open();
    const control = await wizard.answer(key);
    /** What stands around it, as far as its own button. */
    const around = (name: string) =>
      control.first().locator(`xpath=ancestor::*[.//button[normalize-space()="${name}"]][1]`);
    const leave = 'Leave to the chart';
    await around(leave).getByRole('button', { name: leave }).first().click();
    await expect(around('Set it here')).toContainText('Left to the chart: not written.');
    await wizard.addressIs(`#v=1&${key}=`);
    await expect(wizard.line(line)).toHaveCount(0);
    await around('Set it here').getByRole('button', { name: 'Set it here' }).first().click();
    await wizard.makes('defaults');
  });
}

test('the switch of a tier is left to the chart below its row', async ({ wizard }) => {
  await wizard.open();
  await wizard.goTo('Tiers');
  await wizard.page.getByRole('button', { name: /^ML worker/ }).click();
  await wizard.page.getByText('mlWorker.enabled').first().click();
  await wizard.button('Leave to the chart').first().click();
  await wizard.addressIs('#v=1&mlWorker.enabled=');
  await expect(wizard.line('enabled: true')).toHaveCount(8); // of the nine that are documented
  await wizard.button('Set it here').first().click();
  await wizard.makes('defaults');
});

test('a caution is accepted with a reason until its condition changes', async ({ wizard }) => {
  await wizard.open('#v=1&api.autoscaling.minReplicas=2');
  const caution = wizard.page.getByRole('listitem').filter({ hasText: 'no API pod at the floor' });
  const accepted = wizard.page.getByText('Accepted: Two are enough');
  const isBack = async () => {
    await expect(accepted).toHaveCount(0);
    expect(await wizard.download()).toContain('# [caution] api-below-zones');
  };
  const accept = async () => {
    await caution.getByRole('button', { name: /^Accept with a reason/ }).click();
    await wizard.page.keyboard.type('Two are enough');
    await wizard.page.keyboard.press('Enter');
    await expect(accepted).toBeVisible();
    await expect(wizard.page.getByRole('heading', { name: 'Review' })).toBeFocused();
    expect(await wizard.download()).toContain('# [accepted] api-below-zones: Two are enough');
  };
  await accept();
  await wizard.button('Undo').click();
  await isBack();
  await accept();
  await wizard.fill('plan.peakRps', '500');
  const link =
    '#v=1&api.autoscaling.minReplicas=2&plan.peakRps=500&accept.api-below-zones=Two+are+enough';
  await wizard.addressIs(link);
  await wizard.fill('api.autoscaling.minReplicas', '1');
  await wizard.addressIs('#v=1&api.autoscaling.minReplicas=1&plan.peakRps=500');
  await isBack();
  await wizard.button('Undo').click();
  await wizard.addressIs(link);
});

test('shortcuts go by the printed letter and can be switched off', async ({ wizard }) => {
  const { page } = wizard;
  await wizard.open();
  /** Presses a key as a keyboard of another language does. Returns whether the page leaves it to the browser. */
  const press = (init: Press) =>
    page.evaluate((event: Press) => {
      const target = document.activeElement ?? document.body;
      return target.dispatchEvent(
        new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...event }),
      );
    }, init);
  await wizard.goTo('Tiers');
  const stream = wizard.control('stream.enabled');
  for (const { z, y, slash, atEnglishZ } of KEYBOARDS) {
    await stream.check();
    await press({ key: atEnglishZ, code: 'KeyZ', ctrlKey: true });
    await expect(stream).toBeChecked();
    await press({ key: 'z', code: z, ctrlKey: true });
    await expect(stream).not.toBeChecked();
    await press({ key: 'y', code: y, ctrlKey: true });
    await expect(stream).toBeChecked();
    await press({ key: 'z', code: z, ctrlKey: true });
    expect(await press({ key: '@', code: 'KeyY', ctrlKey: true, altKey: true })).toBe(true);
    await press({ key: '/', code: slash, shiftKey: true });
    await expect(wizard.find).toBeFocused();
    await stream.focus();
  }
  // In a text field letters stay what they are, those of Option and of an input method too.
  await wizard.control('api.autoscaling.minReplicas').focus();
  expect(await press({ key: '@', code: 'KeyL', altKey: true })).toBe(true);
  expect(await press({ key: 's', code: 'KeyS', ctrlKey: true, isComposing: true })).toBe(true);
  expect(await press({ key: '?', code: 'Slash', shiftKey: true })).toBe(true);
  await page.getByRole('heading', { name: 'Tiers', level: 1 }).focus();
  await press({ key: '?', code: 'Slash', shiftKey: true });
  await wizard.dialog('Words and keys').getByLabel('Shortcuts are on').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(wizard.find).not.toBeFocused();
  await wizard.reload();
  await page.keyboard.press('/');
  await expect(wizard.find).not.toBeFocused();
});

test('nothing happens while an input method composes', async ({ wizard }) => {
  await wizard.open();
  await wizard.choose('eventbus.backend', 'kinesis');
  const stream = await wizard.answer('kinesis.streamName');
  const client = await wizard.page.context().newCDPSession(wizard.page);
  await client.send('Input.imeSetComposition', { text: 'ord', selectionStart: 3, selectionEnd: 3 });
  await expect(stream).toHaveValue('ord');
  await expect(wizard.line('streamName: ord')).toHaveCount(0);
  await client.send('Input.insertText', { text: 'orders' });
  await expect(wizard.line('streamName: orders')).toBeVisible();
});

test('the cluster step says whether the nodes are enough', async ({ wizard }) => {
  await wizard.open();
  await wizard.fill('plan.nodeCpu', '16');
  await wizard.fill('plan.nodeMemory', '64Gi');
  await wizard.fill('plan.nodeCount', '20');
  await expect(wizard.page.getByText(/^Together: about \d+ nodes/)).toContainText(
    'There are 20: the ceiling fits.',
  );
  await wizard.fill('plan.apiNodeCount', '5');
  await expect(wizard.page.locator('.verdicts p').first()).toContainText(
    'There are 5: the floor fits, the ceiling does not.',
  );
});

test('what the page is for stands first, folds to a line, and stays so', async ({ wizard }) => {
  const { page } = wizard;
  await wizard.open();
  const intro = wizard.region('What this page is for');
  await expect(intro).toContainText('nothing that you enter leaves this page');
  await intro.getByRole('button', { name: 'overlay' }).click();
  await expect(wizard.dialog('Words and keys')).toContainText('lists are replaced');
  await page.keyboard.press('Escape');
  await intro.getByRole('button', { name: 'Got it' }).click();
  await expect(page.getByRole('button', { name: 'What is this?' })).toBeFocused();
  await wizard.reload();
  await expect(intro).toHaveCount(0);
  await page.getByRole('button', { name: 'What is this?' }).click();
  await expect(intro).toBeVisible();
});
