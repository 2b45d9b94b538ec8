import type { Locator } from '@playwright/test';
import { expectedFile } from './support/files';
import { expect, test } from './support/test';

/** The signs in the gutter beside a line, its number left out. */
const signBeside = (line: Locator) =>
  expect.poll(() => line.evaluate((element) => getComputedStyle(element, '::after').content));

test('a change marks its lines, with a sign as well as with colour', async ({ wizard }) => {
  await wizard.open();
  const field = wizard.field('Worker', 'Largest number of pods');
  await field.fill('60');
  await signBeside(wizard.line('maxReplicaCount: 60')).toContain('●');
  await signBeside(wizard.line('minReplicaCount: 4')).toBe('none');

  await wizard.field('Worker', 'Smallest number of pods').fill('8');
  await signBeside(wizard.line('minReplicaCount: 8')).toContain('●');
  await signBeside(wizard.line('maxReplicaCount: 60')).toBe('none');
});

test('a changed line out of sight is scrolled into sight', async ({ wizard }) => {
  await wizard.open();
  const line = wizard.line('INTERACTION_STORE: scylla');
  await wizard.card('Interaction store', 'Scylla').check();
  await expect(wizard.line('backend: scylla')).toBeInViewport();
  await wizard.field('Cron', 'CPU request').fill('150m');
  await expect(wizard.line('cpu: 150m')).toBeInViewport();
  await expect(line).not.toBeInViewport();
});

test('Only changes shows what differs, its parents, and nothing else', async ({ wizard }) => {
  await wizard.open();
  const filter = wizard.page.getByRole('checkbox', { name: 'Only changes' });
  await filter.check();
  await expect(wizard.preview).toHaveText('Nothing differs from the documented default.');

  await wizard.field('API', 'CPU limit').fill('6');
  await expect
    .poll(() => wizard.preview.textContent())
    .toBe('api:\n  resources:\n    limits:\n      cpu: "6"\n');
  await wizard.card('Event bus', 'Kinesis').check();
  await expect(wizard.preview).toContainText('backend: kinesis');
  await expect(wizard.preview).toContainText('Only in the default: kafka');
  await expect(wizard.preview).not.toContainText('minReplicas');

  await filter.uncheck();
  await expect(wizard.preview).toContainText('minReplicas: 6');
});

test('a click on a line leads to its question', async ({ wizard }) => {
  await wizard.open();
  await wizard.line('pollIntervalMs: 1000').click();
  const field = wizard.field('Outbox publisher', 'Poll interval');
  await expect(field).toBeFocused();
  await expect(field).toBeInViewport();

  await wizard.line('whenUnsatisfiable: DoNotSchedule').click();
  await expect(wizard.card('API', 'Strict')).toBeFocused();
  await wizard.card('API', 'Off').check();
  await wizard.card('API', 'Soft').check();
  await wizard.line('whenUnsatisfiable: ScheduleAnyway').click();
  await expect(wizard.card('API', 'Soft')).toBeFocused(); // the one that is chosen
});

test('the arrow keys and Enter in the preview lead to a question', async ({ wizard }) => {
  await wizard.open();
  await wizard.preview.focus();
  for (let line = 0; line < 4; line++) await wizard.page.keyboard.press('ArrowDown');
  await expect(wizard.line('minReplicas: 6')).toBeFocused();
  await wizard.page.keyboard.press('ArrowDown');
  await wizard.page.keyboard.press('Enter');
  await expect(wizard.field('API', 'Largest number of pods')).toBeFocused();
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
  await wizard.field('Expected load', 'Availability zones').fill('2');
  await wizard.field('API', 'Smallest number of pods').fill('7');
  await expect(wizard.status).toHaveText('1 line changed.');
  await wizard.field('API', 'Smallest number of pods').fill('1');
  await expect(wizard.status).toHaveText('1 line changed, 1 limit added.');
  await wizard.field('API', 'Smallest number of pods').fill('6');
  await expect(wizard.status).toHaveText('1 line changed, 1 limit gone.');
  await wizard.field('API', 'Smallest number of pods').fill('60');
  await expect(wizard.status).toHaveText(/1 problem to fix\.$/);
});

test('with a problem the preview goes on with all that is sound', async ({ wizard }) => {
  await wizard.open();
  await wizard.field('API', 'Target CPU utilisation').fill('700');
  await expect(wizard.line('maxReplicas: 50')).toBeVisible();
  await expect(wizard.preview).not.toContainText('targetCPUUtilizationPercentage');
  await wizard.field('API', 'Target CPU utilisation').fill('70');
  await wizard.previews(expectedFile('defaults').toString());
});
