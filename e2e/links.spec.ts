import { expectedLink } from '../tests/expected/expected-overlay.mjs';
import { expect, test } from './support/test';

test('a link opened by someone else brings back every answer', async ({ wizard, elsewhere }) => {
  await wizard.open();
  await wizard.choose('eventbus.backend', 'kinesis');
  await wizard.fill('kinesis.streamName', 'kaireon-events');
  await wizard.fill('kinesis.region', 'eu-west-1');
  await wizard.addressIs(
    '#v=1&eventbus.backend=kinesis&kinesis.streamName=kaireon-events&kinesis.region=eu-west-1',
  );

  await elsewhere.page.goto(wizard.page.url());
  await elsewhere.isReady();
  await elsewhere.hasChosen('eventbus.backend', 'kinesis');
  await elsewhere.holds('kinesis.streamName', 'kaireon-events');
  await elsewhere.holds('kinesis.region', 'eu-west-1');
  await elsewhere.makes('bus-kinesis');

  // And they are there to go on from: the next change keeps them.
  await elsewhere.fill('plan.zones', '4');
  await elsewhere.addressIs(
    '#v=1&eventbus.backend=kinesis&kinesis.streamName=kaireon-events&kinesis.region=eu-west-1&plan.zones=4',
  );
});

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

test('a link copied right after a key already holds that change', async ({ wizard, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
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
    '#v=1&api.autoscaling.maxReplicas=80&worker.keda.listLength=many&redis.cluster=false&api.replicas=4',
  );
  await wizard.holds('api.autoscaling.maxReplicas', '80');
  await expect(await wizard.answer('redis.cluster')).not.toBeChecked();
  await wizard.holds('worker.keda.listLength', '50');

  const notices = wizard.page.getByRole('region', { name: /^This link holds 2 things/ });
  await expect(notices.getByRole('listitem')).toHaveCount(2);
  await expect(notices).toContainText('worker.keda.listLength');
  await expect(notices).toContainText(/many.*Enter a whole number in plain digits, 1 to 10000/);
  await expect(notices).toContainText(/api\.replicas.*There is no such answer/);
  await wizard.addressIs('#v=1&api.autoscaling.maxReplicas=80&redis.cluster=false');

  await notices.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notices).toHaveCount(0);
  await wizard.holds('api.autoscaling.maxReplicas', '80');
});

test('a query opens the same answers and moves into the fragment', async ({ wizard }) => {
  await wizard.open('?interactionStore.backend=scylla&scylla.keyspace=kaireon');
  await wizard.hasChosen('interactionStore.backend', 'scylla');
  await wizard.holds('scylla.keyspace', 'kaireon');
  await wizard.addressIs('#v=1&interactionStore.backend=scylla&scylla.keyspace=kaireon');
});

test('a credential in a link is refused and repeated nowhere', async ({ wizard }) => {
  await wizard.open('#v=1&kafka.brokers=admin:hunter2@broker-1:9092&plan.zones=2');
  await expect(wizard.page.getByText('This looks like it holds a credential')).toBeVisible();
  await wizard.holds('kafka.brokers', '');
  await wizard.holds('plan.zones', '2');
  await wizard.addressIs('#v=1&plan.zones=2');
  expect(await wizard.page.content()).not.toContain('hunter2');
  expect(await wizard.page.evaluate(() => JSON.stringify(history.state))).not.toContain('hunter2');
});

test('a link as a query is offered for a login that loses the fragment, and says what it trades', async ({
  wizard,
}) => {
  await wizard.open('#v=1&plan.zones=4');
  const panel = await wizard.tab('Use it');
  await panel.getByRole('button', { name: 'Link for a login', exact: true }).click();
  await expect(panel).toContainText('whoever serves this page sees the answers');
  const address = await panel.locator('pre').innerText();
  expect(address).toBe(`${new URL(wizard.page.url()).origin}/?v=1&plan.zones=4`);
  await wizard.page.goto(address);
  await wizard.isReady();
  await wizard.addressIs('#v=1&plan.zones=4');
});
