import { STEPS } from './support/steps';
import { expect, test } from './support/test';

test('one step is there at a time; Next leads through all of them', async ({ wizard }) => {
  await wizard.open();
  await expect(wizard.button('Back')).toHaveCount(0);
  for (const [index, step] of STEPS.entries()) {
    await expect(wizard.heading(step)).toBeVisible();
    await expect(wizard.page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(wizard.stepButton(step)).toHaveAttribute('aria-current', 'step');
    const next = STEPS[index + 1];
    if (next === undefined) break;
    await wizard.button(`Next: ${next}`).click();
    await expect(wizard.heading(next)).toBeFocused();
  }
  await expect(wizard.page.getByRole('button', { name: /^Next: / })).toHaveCount(0);
  await wizard.button('Back').click();
  await expect(wizard.heading('Cluster')).toBeVisible();
});

test('a step shows whether it was seen, what changed and what is wrong', async ({ wizard }) => {
  await wizard.page.setViewportSize({ width: 1440, height: 900 });
  await wizard.open();
  await expect(wizard.stepButton('Scale')).toHaveAccessibleDescription(/^unchanged$/);
  await expect(wizard.stepButton('Datastores')).toHaveAccessibleDescription(/^not visited$/);
  await expect(wizard.stepButton('Event bus')).toHaveAccessibleDescription(/1 to fill in/);
  await wizard.fill('api.autoscaling.minReplicas', '7');
  await expect(wizard.stepButton('Tiers')).toHaveAccessibleDescription(/1 changed/);
  await wizard.fill('api.autoscaling.minReplicas', '70');
  await expect(wizard.stepButton('Tiers')).toHaveAccessibleDescription(/1 problem/);
});

test('the browser’s Back and Forward move between steps, answers stay', async ({ wizard }) => {
  await wizard.open();
  await wizard.goTo('Datastores');
  await wizard.control('postgresExternalReplicas').fill('5');
  await wizard.goTo('Cluster');
  await wizard.page.goBack();
  await expect(wizard.heading('Datastores')).toBeVisible();
  await expect(wizard.control('postgresExternalReplicas')).toHaveValue('5');
  await wizard.page.goBack();
  await expect(wizard.heading('Scale')).toBeVisible();
  await wizard.page.goForward();
  await expect(wizard.control('postgresExternalReplicas')).toHaveValue('5');
  await wizard.addressIs('#v=1&postgresExternalReplicas=5');
});

test('the tiers stand on one screen, cells named by row and column', async ({ wizard }) => {
  await wizard.page.setViewportSize({ width: 1440, height: 900 });
  await wizard.open();
  await wizard.goTo('Tiers');
  const table = wizard.page.getByRole('table', { name: 'Tiers' });
  const names = 'API, Cron, Worker, ML worker, Outbox publisher, Optional tiers, Stream, MCP';
  await expect(table.getByRole('rowheader')).toHaveText(
    names.split(', ').map((name) => new RegExp(`^${name}`)),
  );
  await expect(table.getByRole('rowheader').last()).toBeInViewport({ ratio: 1 });
  await expect(wizard.control('api.autoscaling.minReplicas')).toHaveAccessibleName(
    /API.*smallest number of pods/i,
  );
});

test('the review lists what differs, with a way back, and what it costs', async ({ wizard }) => {
  await wizard.open('#v=1&api.autoscaling.minReplicas=9&redis.cluster=false&plan.zones=2');
  const row = wizard.row(/zones 3 2/i);
  await row.getByRole('button', { name: /Back to 3/ }).click();
  await expect(row).toHaveCount(0);
  await wizard.addressIs('#v=1&api.autoscaling.minReplicas=9&redis.cluster=false');
  await wizard.tab('Capacity');
  await wizard.button('Compare').click();
  // Three pods more at the floor, of 2 cores and 4 GiB each; the same at the ceiling.
  for (const place of ['.review-part', '[role=tabpanel]', 'dialog']) {
    const table = wizard.page.locator(place).getByRole('table', { name: /→ your answers$/ });
    await expect(table.locator('tbody tr')).toHaveText([
      'Pods15 → 1893',
      'CPU, cores24.6 → 30.6180.6',
      'Memory, GiB57.5 → 69.5401.5',
    ]);
  }
  await wizard.page.keyboard.press('Escape');
  await wizard.fill('api.autoscaling.maxReplicas', '60');
  await wizard.goTo('Review');
  for (const place of ['.review-part', '[role=tabpanel]']) {
    const since = wizard.page.locator(place).getByRole('table', { name: /^As opened from a link/ });
    await expect(since.locator('tbody tr').first()).toHaveText('Pods1893 → 103');
  }
});

test('what is found by words opens where it is asked', async ({ wizard }) => {
  await wizard.open();
  await wizard.find.fill('drained');
  const hits = wizard.page.locator('.find').getByRole('listitem');
  await expect(hits.first()).toContainText('minAvailable');
  await wizard.find.press('Enter');
  await expect(wizard.control('outboxPublisher.podDisruptionBudget.minAvailable')).toBeFocused();
});
