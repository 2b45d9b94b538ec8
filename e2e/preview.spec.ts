import type { Locator } from '@playwright/test';
import { expect, test } from './support/test';

/** The signs in the gutter beside a line, its number left out. */
const signBeside = (line: Locator) =>
  expect.poll(() => line.evaluate((element) => getComputedStyle(element, '::after').content));

test('a change marks its lines, with a sign as well as with colour', async ({ wizard }) => {
  await wizard.open();
  const field = await wizard.answer('worker.keda.maxReplicaCount');
  await field.fill('60');
  await signBeside(wizard.line('maxReplicaCount: 60')).toContain('●');
  await signBeside(wizard.line('minReplicaCount: 4')).toBe('none');

  await wizard.fill('worker.keda.minReplicaCount', '8');
  await signBeside(wizard.line('minReplicaCount: 8')).toContain('●');
  await signBeside(wizard.line('maxReplicaCount: 60')).toBe('none');
});

test('a changed line out of sight is scrolled into sight', async ({ wizard }) => {
  await wizard.open();
  const line = wizard.line('INTERACTION_STORE: scylla');
  await wizard.choose('interactionStore.backend', 'scylla');
  await expect(wizard.line('backend: scylla')).toBeInViewport();
  await wizard.fill('cron.resources.requests.cpu', '150m');
  await expect(wizard.line('cpu: 150m')).toBeInViewport();
  await expect(line).not.toBeInViewport();
});

test('Only changes shows what differs, its parents, and nothing else', async ({ wizard }) => {
  await wizard.open();
  const filter = wizard.page.getByRole('checkbox', { name: 'Only changes' });
  await filter.check();
  await expect(wizard.preview).toHaveText('Nothing differs from the documented default.');

  await wizard.fill('api.resources.limits.cpu', '6');
  await expect
    .poll(() => wizard.preview.textContent())
    .toBe('api:\n  resources:\n    limits:\n      cpu: "6"\n');
  await wizard.choose('eventbus.backend', 'kinesis');
  await expect(wizard.preview).toContainText('backend: kinesis');
  await expect(wizard.preview).toContainText('Only in the default: kafka');
  await expect(wizard.preview).not.toContainText('minReplicas');

  await filter.uncheck();
  await expect(wizard.preview).toContainText('minReplicas: 6');
});

test('a click on a line leads to its question', async ({ wizard }) => {
  await wizard.open();
  await wizard.line('pollIntervalMs: 1000').click();
  const field = await wizard.answer('outboxPublisher.pollIntervalMs');
  await expect(field).toBeFocused();
  await expect(field).toBeInViewport();

  await wizard.line('whenUnsatisfiable: DoNotSchedule').click();
  await expect(wizard.choice('plan.apiZoneSpread', 'strict')).toBeFocused();
  await wizard.choose('plan.apiZoneSpread', 'off');
  await wizard.choose('plan.apiZoneSpread', 'soft');
  await wizard.line('whenUnsatisfiable: ScheduleAnyway').click();
  await expect(wizard.choice('plan.apiZoneSpread', 'soft')).toBeFocused(); // the one that is chosen
});

test('the arrow keys and Enter in the preview lead to a question', async ({ wizard }) => {
  await wizard.open();
  await wizard.preview.focus();
  for (let line = 0; line < 4; line++) await wizard.page.keyboard.press('ArrowDown');
  await expect(wizard.line('minReplicas: 6')).toBeFocused();
  await wizard.page.keyboard.press('ArrowDown');
  await wizard.page.keyboard.press('Enter');
  await expect(wizard.control('api.autoscaling.maxReplicas')).toBeFocused();
});

test('a question leads to its line', async ({ wizard }) => {
  await wizard.open();
  const line = wizard.line('cluster: true');
  await expect(line).not.toBeInViewport();
  await wizard.button('Show redis.cluster in the file').click();
  await expect(line).toBeInViewport();
});

test('the status says in a sentence what a change did', async ({ wizard }) => {
  await wizard.open();
  await wizard.fill('plan.zones', '2');
  await wizard.fill('api.autoscaling.minReplicas', '7');
  await expect(wizard.status).toHaveText('1 line changed.');
  await wizard.fill('api.autoscaling.minReplicas', '1');
  await expect(wizard.status).toHaveText('1 line changed, 1 limit added.');
  await wizard.fill('api.autoscaling.minReplicas', '6');
  await expect(wizard.status).toHaveText('1 line changed, 1 limit gone.');
  await wizard.fill('api.autoscaling.minReplicas', '60');
  await expect(wizard.status).toHaveText(/1 problem to fix\.$/);
});

test('with a problem the preview goes on with all that is sound', async ({ wizard }) => {
  await wizard.open();
  await wizard.fill('api.autoscaling.targetCPUUtilizationPercentage', '700');
  await expect(wizard.line('maxReplicas: 50')).toBeVisible();
  await expect(wizard.preview).not.toContainText('targetCPUUtilizationPercentage');
  await wizard.fill('api.autoscaling.targetCPUUtilizationPercentage', '70');
  await wizard.makes('defaults');
});
