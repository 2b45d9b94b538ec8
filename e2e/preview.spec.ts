import { expect, test } from './support/test';

test('the head comment is one row until it is unfolded', async ({ wizard }) => {
  await wizard.open();
  const fold = wizard.preview.getByRole('button', { name: /^Lines 1–\d+: how to apply it/ });
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await expect(wizard.preview).not.toContainText('# answers: defaults');
  await fold.click();
  await expect(wizard.preview).toContainText('# answers: defaults');
});

test('a line that is not as documented is marked, with the documented value behind it', async ({
  wizard,
}) => {
  await wizard.open();
  await wizard.fill('worker.keda.maxReplicaCount', '60');
  const line = wizard.line('maxReplicaCount: 60');
  await expect(line).toHaveAttribute('data-behind', /30/);
  await expect(wizard.line('minReplicaCount: 4')).not.toHaveAttribute('data-behind');
  const sign = await line.evaluate((element) => getComputedStyle(element, '::before').content);
  expect(sign).toContain('~'); // a sign, not colour alone
});

test('a changed line out of sight is scrolled into sight', async ({ wizard }) => {
  await wizard.open();
  await wizard.choose('interactionStore.backend', 'scylla');
  await expect(wizard.line('backend: scylla')).toBeInViewport();
  await wizard.fill('cron.resources.requests.cpu', '150m');
  await expect(wizard.line('cpu: 150m')).toBeInViewport();
  await expect(wizard.line('INTERACTION_STORE: scylla')).not.toBeInViewport();
});

test('Only changes shows what differs, its parents, and nothing else', async ({ wizard }) => {
  await wizard.open();
  const filter = wizard.page.getByRole('checkbox', { name: 'Only changes' });
  await filter.check();
  await expect(wizard.preview).toContainText('Nothing differs from the documented file.');
  await wizard.fill('api.resources.limits.cpu', '6');
  for (const text of ['api:', 'resources:', 'limits:', 'cpu: "6"']) {
    await expect(wizard.line(text)).toBeVisible();
  }
  await expect(wizard.preview).not.toContainText('minReplicas');
  await filter.uncheck();
  await expect(wizard.line('minReplicas: 6')).toBeAttached();
});

test('a click on a line leads to its question', async ({ wizard }) => {
  await wizard.open();
  await wizard.line('pollIntervalMs: 1000').click();
  await expect(wizard.control('outboxPublisher.pollIntervalMs')).toBeFocused();
  await wizard.line('whenUnsatisfiable: DoNotSchedule').click();
  await expect(wizard.choice('plan.apiZoneSpread', 'strict')).toBeFocused();
});

test('the arrow keys and Enter in the preview lead to a question', async ({ wizard }) => {
  await wizard.open();
  await wizard.preview.getByRole('group', { name: /^Lines\./ }).focus();
  for (let line = 0; line < 4; line++) await wizard.page.keyboard.press('ArrowDown');
  await expect(wizard.line('minReplicas: 6')).toBeFocused();
  await wizard.page.keyboard.press('ArrowDown');
  await wizard.page.keyboard.press('Enter');
  await expect(wizard.control('api.autoscaling.maxReplicas')).toBeFocused();
});

test('the line of the answer in focus is in sight', async ({ wizard }) => {
  await wizard.open();
  await expect(wizard.line('cluster: true')).not.toBeInViewport();
  await wizard.answer('redis.cluster');
  await expect(wizard.line('cluster: true')).toBeInViewport();
});

test('the status says in a sentence what changed', async ({ wizard }) => {
  await wizard.open();
  const smallest = await wizard.answer('api.autoscaling.minReplicas');
  await smallest.fill('7');
  await expect(wizard.status).toHaveText('1 line changed.');
  await smallest.fill('2');
  await expect(wizard.status).toHaveText('1 line changed, 1 limit added.');
  await smallest.fill('6');
  await expect(wizard.status).toHaveText('1 line changed, 1 limit gone.');
  await smallest.fill('60');
  await expect(wizard.status).toHaveText(/1 problem to fix\.$/);
});

test('with a problem the preview goes on with all that is sound, and marks the place of what is not', async ({
  wizard,
}) => {
  await wizard.open();
  const target = await wizard.answer('api.autoscaling.targetCPUUtilizationPercentage');
  await target.fill('700');
  await expect(wizard.line('maxReplicas: 50')).toBeVisible();
  const place = wizard.line('targetCPUUtilizationPercentage: # cannot be read');
  await expect(place).toHaveClass(/wrong/);
  await expect(wizard.preview).not.toContainText('700');
  await place.click();
  await expect(target).toBeFocused();
  await target.fill('70');
  await wizard.makes('defaults');
});
