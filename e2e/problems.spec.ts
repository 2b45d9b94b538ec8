import { expect, test } from './support/test';

test('a minimum above the maximum is fixed from either side', async ({ wizard }) => {
  await wizard.open();
  const smallest = wizard.control('api.autoscaling.minReplicas');
  const largest = await wizard.answer('api.autoscaling.maxReplicas');
  const error = wizard.page.getByRole('main').getByText('below the smallest').first();

  await largest.fill('5');
  await expect(wizard.page.getByText('1 problem: no file yet')).toBeVisible();
  await expect(error).toHaveCount(0); // still being typed
  await largest.blur();
  await expect(error).toContainText('Enter 6 to 1000');
  await expect(largest).toHaveAttribute('aria-invalid', 'true');
  await expect(largest).toHaveAccessibleDescription(/Enter 6 to 1000/);
  await wizard.goTo('Scale');
  await wizard.goTo('Tiers');
  await expect(largest).toHaveAccessibleDescription(/Enter 6 to 1000/);

  await smallest.fill('7');
  await expect(error).toContainText('Enter 7 to 1000'); // live, once it shows
  await smallest.fill('5');
  await expect(error).toHaveCount(0);
  await expect(largest).not.toHaveAttribute('aria-invalid');
  await expect(wizard.line('minReplicas: 5')).toBeVisible();
  await expect(wizard.line('maxReplicas: 5')).toBeVisible();
});

test('a download with problems makes no file and leads to each of them', async ({ wizard }) => {
  const downloads: string[] = [];
  wizard.page.on('download', (download) => downloads.push(download.suggestedFilename()));
  await wizard.open();
  const length = wizard.control('worker.keda.listLength');
  const brokers = wizard.control('kafka.brokers');
  await wizard.fill('worker.keda.listLength', '1e2');
  await wizard.fill('kafka.brokers', 'broker-1');
  await wizard.downloadButton.click();
  await expect(wizard.problems).toBeFocused();
  await expect(wizard.problems).toBeInViewport();
  await expect(wizard.problems.getByRole('listitem')).toHaveText([
    /worker\.keda\.listLength.*1 to 10000/,
    /kafka\.brokers.*broker-1:9092,broker-2:9092/,
  ]);
  await expect(wizard.status).toHaveText('No file was made: 2 problems to fix.');

  await wizard.problems.getByRole('button', { name: /Brokers$/ }).click();
  await expect(brokers).toHaveAccessibleDescription(/broker-1:9092,broker-2:9092/);
  await expect(brokers).toBeFocused();
  await expect(brokers).toBeInViewport();
  await brokers.fill('broker-1:9092');
  await expect(wizard.problems.getByRole('listitem')).toHaveCount(1);

  await wizard.problems.getByRole('button', { name: /Queue length a pod$/ }).click();
  await expect(length).toBeFocused();
  await length.fill('100');
  await expect(wizard.problems).toHaveCount(0);
  expect(downloads).toEqual([]);
  await wizard.download();
});

test('Alt+P goes from problem to problem, round and round', async ({ wizard }) => {
  await wizard.open();
  const zones = wizard.control('plan.zones');
  const target = wizard.control('api.autoscaling.targetCPUUtilizationPercentage');
  await wizard.fill('api.autoscaling.targetCPUUtilizationPercentage', '0');
  await wizard.fill('plan.zones', '0');
  await wizard.goTo('Review');
  for (const next of [target, zones, target]) {
    await wizard.page.keyboard.press('Alt+p');
    await expect(next).toBeFocused();
  }
});

test('a credential that is typed is refused and kept nowhere', async ({ wizard }) => {
  await wizard.open();
  const brokers = await wizard.answer('kafka.brokers');
  await brokers.fill('admin:hunter2@broker-1:9092');
  await brokers.blur();
  await expect(brokers).toHaveAccessibleDescription(/Kubernetes Secret/);
  await wizard.fill('plan.zones', '2');
  await wizard.addressIs('#v=1&plan.zones=2');
  await expect(wizard.preview).not.toContainText('hunter2');
  expect(await wizard.page.evaluate(() => JSON.stringify(history.state))).not.toContain('hunter2');
});
