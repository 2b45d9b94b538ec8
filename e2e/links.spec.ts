import { expectedLink } from '../tests/expected/expected-overlay.mjs';
import { expect, test } from './support/test';

test('a link restores every kind of answer', async ({ wizard }) => {
  const link = `#${expectedLink('plan-all')}`;
  await wizard.open(link);
  await wizard.makes('plan-all');
  await wizard.holds('api.autoscaling.minReplicas', '3');
  await expect(await wizard.answer('plan.apiNodeGroup')).not.toBeChecked();
  await wizard.hasChosen('plan.apiZoneSpread', 'soft');
  await expect(await wizard.answer('plan.multiRegion')).toBeChecked();
  await wizard.holds('plan.nodeMemory', '60Gi');
  await wizard.hasChosen('plan.postgresProvider', 'aurora');
  await wizard.addressIs(link);
});

test('the address follows within half a second of the last of many changes', async ({ wizard }) => {
  // With a clock of the test's own, a slow machine cannot make it fail, nor a patient one pass.
  await wizard.page.clock.install();
  await wizard.open();
  const zones = await wizard.answer('plan.zones');
  await wizard.page.clock.pauseAt(Date.now() + 60_000);
  for (const text of ['2', '4', '5', '7']) {
    await zones.fill(text);
    await wizard.page.clock.runFor(90);
  }
  await zones.fill('8');
  await wizard.page.clock.runFor(500);
  await wizard.addressIs('#v=1&plan.zones=8');
});

test('a link copied right after a key already holds that change', async ({ wizard }) => {
  await wizard.open();
  await (await wizard.answer('worker.keda.listLength')).focus();
  await wizard.page.keyboard.press('End');
  await wizard.page.keyboard.press('7');
  await wizard.page.keyboard.press('Alt+l');
  await expect(wizard.status).toContainText('The link was copied. It holds every answer.');
  expect(new URL(await wizard.clipboard()).hash).toBe('#v=1&worker.keda.listLength=507');
});

test('of a bad link the good half is used and the bad half is explained', async ({ wizard }) => {
  await wizard.open(
    '#v=1&api.autoscaling.maxReplicas=80&worker.keda.listLength=many&kafka.brokers=admin:hunter2@b:9092&api.replicas=4',
  );
  await wizard.holds('api.autoscaling.maxReplicas', '80');
  await wizard.holds('worker.keda.listLength', '50');
  await wizard.holds('kafka.brokers', '');
  const notices = wizard.region(/^This link holds 3 things/);
  await expect(notices.getByRole('listitem')).toHaveText([
    /kafka\.brokers.*This looks like it holds a credential/,
    /worker\.keda\.listLength.*many.*Enter a whole number in plain digits, 1 to 10000/,
    /api\.replicas.*There is no such answer/,
  ]);
  await wizard.addressIs('#v=1&api.autoscaling.maxReplicas=80');
  expect(await wizard.page.content()).not.toContain('hunter2');
  expect(await wizard.page.evaluate(() => JSON.stringify(history.state))).not.toContain('hunter2');
  await notices.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notices).toHaveCount(0);
  await expect(wizard.page.getByRole('heading', { level: 1 })).toBeFocused();
  await wizard.holds('api.autoscaling.maxReplicas', '80');
});

// More ways to rewrite a link are in lib/link; here are those in which a browser, a server and the page take part.
for (const address of [
  '?eventbus.backend=pulsar&pulsar.serviceUrl=pulsar%3A%2F%2Fb-1%3A6650',
  '?utm_source=slack&fbclid=x#v=1&eventbus.backend=pulsar&pulsar.serviceUrl=pulsar://b-1:6650',
  '#v%3D1%26eventbus.backend%3Dpulsar%26pulsar.serviceUrl%3Dpulsar%3A%2F%2Fb-1%3A6650',
  '%23v=1&eventbus.backend=pulsar&pulsar.serviceUrl=pulsar://b-1:6650?utm_source=mail',
  '%2523v%3D1%26eventbus.backend%3Dpulsar%26pulsar.serviceUrl%3Dpulsar%3A%2F%2Fb-1%3A6650',
]) {
  test(`/${address} opens all that it holds, without a notice`, async ({ wizard }) => {
    await wizard.open(address);
    await wizard.holds('pulsar.serviceUrl', 'pulsar://b-1:6650');
    await wizard.addressIs(
      '#v=1&eventbus.backend=pulsar&pulsar.serviceUrl=pulsar%3A%2F%2Fb-1%3A6650',
    );
    await expect(wizard.region(/^This link holds/)).toHaveCount(0);
  });
}

test('a redirect for an encoded # keeps the answers and leaves the site never', async ({
  request,
}) => {
  for (const [path, location] of [
    ['/%23v=1&dynamodb.tableName=%2541%26', '/#v=1&dynamodb.tableName=%2541%26'],
    ['/%23v%3D1', '/#v%3D1'],
    ['/%23v=1?utm_source=x', '/?utm_source=x#v=1'],
    ['/%23v=%zz', '/#v=%zz'],
    ['/%23v=1&pulsar.serviceUrl=pulsar://b:6650', '/#v=1&pulsar.serviceUrl=pulsar://b:6650'],
  ] as const) {
    const response = await request.get(path, { maxRedirects: 0 });
    expect([response.status(), response.headers().location]).toEqual([307, location]);
  }
});

test('a link as a query is offered for a login that loses the fragment', async ({ wizard }) => {
  await wizard.open('#v=1&plan.zones=4');
  const panel = await wizard.tab('Use it');
  await panel.getByRole('button', { name: 'Link for a login', exact: true }).click();
  await expect(panel).toContainText('whoever serves this page sees the answers');
  expect(await panel.locator('pre').innerText()).toBe(
    `${new URL(wizard.page.url()).origin}/?v=1&plan.zones=4`,
  );
});
