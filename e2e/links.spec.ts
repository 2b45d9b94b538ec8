import { expectedFile } from './support/files';
import { expect, test } from './support/test';

test('a link opened by someone else brings back every answer', async ({ wizard, elsewhere }) => {
  await wizard.open();
  await wizard.card('Event bus', 'Kinesis').check();
  await wizard.field('Kinesis', 'Stream name').fill('kaireon-events');
  await wizard.field('Kinesis', 'Region').fill('eu-west-1');
  await wizard.addressIs(
    '#v=1&eventbus.backend=kinesis&kinesis.streamName=kaireon-events&kinesis.region=eu-west-1',
  );

  await elsewhere.page.goto(wizard.page.url());
  await elsewhere.isReady();
  await expect(elsewhere.card('Event bus', 'Kinesis')).toBeChecked();
  await expect(elsewhere.field('Kinesis', 'Stream name')).toHaveValue('kaireon-events');
  await expect(elsewhere.field('Kinesis', 'Region')).toHaveValue('eu-west-1');
  await elsewhere.previews(expectedFile('bus-kinesis').toString());

  // And they are there to go on from: the next change keeps them.
  await elsewhere.field('Expected load', 'Availability zones').fill('4');
  await elsewhere.addressIs(
    '#v=1&eventbus.backend=kinesis&kinesis.streamName=kaireon-events&kinesis.region=eu-west-1&plan.zones=4',
  );
});

test('a link restores every kind of answer', async ({ wizard }) => {
  const link =
    '#v=1&api.autoscaling.minReplicas=3&plan.apiNodeGroup=false&plan.apiZoneSpread=soft&plan.peakRps=20000&plan.rpsPerPod=250&plan.zones=4&plan.activeCustomers=3000000&plan.writesPerSecond=4000&plan.multiRegion=true&plan.nodeCpu=15890m&plan.nodeMemory=60Gi&plan.postgresProvider=aurora&plan.postgresMaxConnections=800&plan.postgresPoolSize=20';
  await wizard.open(link);
  await wizard.previews(expectedFile('plan-all').toString());
  await expect(wizard.field('API', 'Smallest number of pods')).toHaveValue('3');
  await expect(wizard.field('API', 'Dedicated node group for the API')).not.toBeChecked();
  await expect(wizard.card('API', 'Soft')).toBeChecked();
  await expect(wizard.field('Expected load', 'More than one region')).toBeChecked();
  await expect(wizard.field('Nodes', 'Memory of one node')).toHaveValue('60Gi');
  await expect(wizard.card('Postgres connections', 'Amazon Aurora')).toBeChecked();
  await wizard.addressIs(link);
});

test('the address follows within half a second of the last of many changes', async ({ wizard }) => {
  // With a clock of the test's own, a slow machine cannot make it fail, nor a patient one pass.
  await wizard.page.clock.install();
  await wizard.open();
  await wizard.page.clock.pauseAt(Date.now() + 60_000);
  const zones = wizard.field('Expected load', 'Availability zones');
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
  await wizard.field('Worker', 'Queue length a pod').focus();
  await wizard.page.keyboard.press('End');
  await wizard.page.keyboard.press('7');
  await wizard.page.keyboard.press('Alt+l');
  await expect(wizard.status).toHaveText('The link was copied. It holds every answer.');
  expect(new URL(await wizard.clipboard()).hash).toBe('#v=1&worker.keda.listLength=507');
});

test('of a bad link the good half is used and the bad half is told in words', async ({
  wizard,
}) => {
  await wizard.open(
    '#v=1&api.autoscaling.maxReplicas=80&worker.keda.listLength=many&redis.cluster=false&api.replicas=4',
  );
  await expect(wizard.field('API', 'Largest number of pods')).toHaveValue('80');
  await expect(wizard.field('Redis', 'Redis runs in cluster mode')).not.toBeChecked();
  await expect(wizard.field('Worker', 'Queue length a pod')).toHaveValue('50');

  const notices = wizard.page.getByRole('region', { name: /^This link holds 2 things/ });
  await expect(notices.getByRole('listitem')).toHaveCount(2);
  await expect(notices).toContainText('worker.keda.listLength');
  await expect(notices).toContainText(/many.*Enter a whole number in plain digits, 1 to 10000/);
  await expect(notices).toContainText(/api\.replicas.*There is no such answer/);
  await wizard.addressIs('#v=1&api.autoscaling.maxReplicas=80&redis.cluster=false');

  await notices.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notices).toHaveCount(0);
  await expect(wizard.field('API', 'Largest number of pods')).toHaveValue('80');
});

test('a query opens the same answers and moves into the fragment', async ({ wizard }) => {
  await wizard.open('?interactionStore.backend=scylla&scylla.keyspace=kaireon');
  await expect(wizard.card('Interaction store', 'Scylla')).toBeChecked();
  await expect(wizard.field('Scylla', 'Keyspace')).toHaveValue('kaireon');
  await wizard.addressIs('#v=1&interactionStore.backend=scylla&scylla.keyspace=kaireon');
});

test('a preset in a link is spelled out, and what stands beside it wins', async ({ wizard }) => {
  await wizard.open('#preset=everything-on&mcp.dedicated=false');
  await wizard.previews(expectedFile('stream-on').toString());
  await expect(wizard.field('Stream', 'Run the stream tier')).toBeChecked();
  await expect(wizard.field('MCP', 'Run MCP on pods of its own')).not.toBeChecked();
  await wizard.addressIs('#v=1&stream.enabled=true');
});

test('a credential in a link is refused and repeated nowhere', async ({ wizard }) => {
  await wizard.open('#v=1&kafka.brokers=admin:hunter2@broker-1:9092&plan.zones=2');
  await expect(wizard.page.getByText('This looks like it holds a credential')).toBeVisible();
  await expect(wizard.field('Kafka', 'Brokers')).toHaveValue('');
  await expect(wizard.field('Expected load', 'Availability zones')).toHaveValue('2');
  await wizard.addressIs('#v=1&plan.zones=2');
  expect(await wizard.page.content()).not.toContain('hunter2');
  expect(await wizard.page.evaluate(() => JSON.stringify(history.state))).not.toContain('hunter2');
});
