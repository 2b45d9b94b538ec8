import { expect, test } from './support/test';

// Which lines there are, and how each is marked, is in components/preview/file-rows.test.ts.

test('the head comment is one row until it is unfolded', async ({ wizard }) => {
  await wizard.open();
  const fold = wizard.preview.getByRole('button', { name: /^Lines 1–\d+: how to apply it/ });
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await expect(wizard.preview).not.toContainText('# answers: defaults');
  await fold.click();
  await expect(wizard.preview).toContainText('# answers: defaults');
});

test('a line that changed or whose answer has the focus is in sight', async ({ wizard }) => {
  await wizard.open();
  await expect(wizard.line('cluster: true')).not.toBeInViewport();
  await wizard.answer('redis.cluster');
  await expect(wizard.line('cluster: true')).toBeInViewport();
  await wizard.choose('interactionStore.backend', 'scylla');
  await expect(wizard.line('backend: scylla')).toBeInViewport();
  await wizard.fill('cron.resources.requests.cpu', '150m');
  await expect(wizard.line('cpu: 150m')).toBeInViewport();
  await expect(wizard.line('INTERACTION_STORE: scylla')).not.toBeInViewport();
});

test('a changed line has a sign, and Only changes shows no other', async ({ wizard }) => {
  await wizard.open();
  const filter = wizard.page.getByRole('checkbox', { name: 'Only changes' });
  await filter.check();
  await expect(wizard.preview).toContainText('Nothing differs from the documented file.');
  await expect(wizard.page.getByText('as documented', { exact: true })).toBeVisible();
  await wizard.fill('api.resources.limits.cpu', '6');
  for (const text of ['api:', 'resources:', 'limits:', 'cpu: "6"'])
    await expect(wizard.line(text)).toBeVisible();
  await expect(wizard.line('cpu: "6"')).toHaveAttribute('data-behind', 'documented "4"');
  const sign = (text: string) =>
    wizard.line(text).evaluate((line) => getComputedStyle(line, '::before').content);
  expect(await sign('cpu: "6"')).toContain('~'); // not colour alone
  await expect(wizard.preview).not.toContainText('minReplicas');
  await filter.uncheck();
  expect(await sign('minReplicas: 6')).not.toContain('~');
});

test('a line leads to its question, by a click and by the keys', async ({ wizard }) => {
  await wizard.open();
  await wizard.line('pollIntervalMs: 1000').click();
  await expect(wizard.control('outboxPublisher.pollIntervalMs')).toBeFocused();
  await wizard.line('whenUnsatisfiable: DoNotSchedule').click();
  await expect(wizard.choice('plan.apiZoneSpread', 'strict')).toBeFocused();
  await wizard.preview.getByRole('group', { name: /^Lines\./ }).focus();
  for (let line = 0; line < 4; line++) await wizard.page.keyboard.press('ArrowDown');
  await expect(wizard.line('minReplicas: 6')).toBeFocused();
  await wizard.page.keyboard.press('ArrowDown');
  await wizard.page.keyboard.press('Enter');
  await expect(wizard.control('api.autoscaling.maxReplicas')).toBeFocused();

  const target = await wizard.answer('api.autoscaling.targetCPUUtilizationPercentage');
  await target.fill('700');
  const place = wizard.line('targetCPUUtilizationPercentage: # cannot be read');
  await expect(place).toHaveClass(/wrong/);
  await expect(wizard.line('maxReplicas: 50')).toBeVisible();
  await wizard.answer('plan.zones');
  await place.click();
  await expect(target).toBeFocused();
});

test('the status says in a sentence what changed', async ({ wizard }) => {
  await wizard.open();
  const smallest = await wizard.answer('api.autoscaling.minReplicas');
  for (const [text, says] of [
    ['7', '1 line changed.'],
    ['2', '1 line changed, 1 limit added.'],
    ['6', '1 line changed, 1 limit gone.'],
    ['60', /1 problem to fix\.$/],
  ] as const) {
    await smallest.fill(text);
    await expect(wizard.status).toHaveText(says);
  }
});
