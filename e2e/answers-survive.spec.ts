import { expect, test } from './support/test';
import { Wizard } from './support/wizard';

test('reload keeps every answer, the unfinished ones too', async ({ wizard }) => {
  await wizard.open();
  await wizard.fill('worker.keda.listLength', '1e');
  await wizard.choose('interactionStore.backend', 'cassandra');
  await wizard.fill('cassandra.keyspace', 'kaireon');
  await wizard.fill('api.resources.limits.memory', '12G');
  await wizard.addressIs(
    '#v=1&api.resources.limits.memory=12G&interactionStore.backend=cassandra&cassandra.keyspace=kaireon',
  );
  await wizard.page.reload();
  await wizard.isReady();
  await wizard.hasChosen('interactionStore.backend', 'cassandra');
  await wizard.holds('cassandra.keyspace', 'kaireon');
  await wizard.holds('api.resources.limits.memory', '12G');
  await wizard.holds('worker.keda.listLength', '1e');
});

test('answers of a backend that was switched away come back with it, also after a reload', async ({
  wizard,
}) => {
  await wizard.open();
  await wizard.fill('kafka.brokers', 'broker-1:9092');
  await wizard.choose('eventbus.backend', 'pulsar');
  await expect(wizard.control('kafka.brokers')).toHaveCount(0);
  await expect(wizard.preview).not.toContainText('broker-1');
  await wizard.addressIs('#v=1&eventbus.backend=pulsar');

  await wizard.choose('eventbus.backend', 'kafka');
  await wizard.holds('kafka.brokers', 'broker-1:9092');
  await expect(wizard.line('brokers: broker-1:9092')).toBeVisible();

  await wizard.choose('eventbus.backend', 'pulsar');
  await wizard.addressIs('#v=1&eventbus.backend=pulsar');
  await wizard.page.reload();
  await wizard.isReady();
  await wizard.choose('eventbus.backend', 'kafka');
  await wizard.holds('kafka.brokers', 'broker-1:9092');
});

test('Back leaves a preset and Forward takes it up again', async ({ wizard }) => {
  await wizard.open();
  await wizard.fill('plan.zones', '5');
  await wizard.addressIs('#v=1&plan.zones=5');
  await wizard.goTo('Scale');
  await wizard.preset('AWS managed').click();
  await expect(wizard.preset('AWS managed')).toHaveAttribute('aria-pressed', 'true');
  await wizard.addressIs('#v=1&eventbus.backend=kinesis&plan.postgresProvider=aurora');

  await wizard.fill('kinesis.streamName', 'orders');
  await wizard.addressIs(
    '#v=1&eventbus.backend=kinesis&kinesis.streamName=orders&plan.postgresProvider=aurora',
  );

  // Back over the step that was opened, then over the preset.
  await wizard.page.goBack();
  await wizard.page.goBack();
  await wizard.addressIs('#v=1&plan.zones=5');
  await wizard.hasChosen('eventbus.backend', 'kafka');
  await wizard.holds('plan.zones', '5');
});

test('answers are there again after a visit elsewhere', async ({ wizard }) => {
  await wizard.open();
  await wizard.choose('eventbus.backend', 'kinesis');
  await wizard.fill('kinesis.region', 'eu-west-1');
  await wizard.addressIs('#v=1&eventbus.backend=kinesis&kinesis.region=eu-west-1');
  await wizard.page.goto('about:blank');
  await wizard.page.goBack();
  await wizard.isReady();
  await wizard.holds('kinesis.region', 'eu-west-1');
});

test('two tabs of one browser keep their own answers', async ({ wizard, context }) => {
  const other = new Wizard(await context.newPage());
  await wizard.open();
  await other.open();
  await wizard.fill('api.resources.limits.memory', '12');
  await wizard.fill('worker.keda.listLength', '40');
  await other.fill('worker.keda.listLength', '60');
  await wizard.addressIs('#v=1&worker.keda.listLength=40');
  await other.addressIs('#v=1&worker.keda.listLength=60');
  for (const [tab, length, memory] of [
    [wizard, '40', '12'],
    [other, '60', '8Gi'],
  ] as const) {
    await tab.page.reload();
    await tab.isReady();
    await tab.holds('worker.keda.listLength', length);
    await tab.holds('api.resources.limits.memory', memory);
  }
});

test('a link typed into the address bar opens its answers in place', async ({ wizard }) => {
  await wizard.open('#v=1&plan.zones=5');
  await wizard.page.evaluate(() => {
    location.hash = '#v=1&plan.zones=9';
  });
  await wizard.addressIs('#v=1&plan.zones=9');
  expect((await wizard.download()).toString()).toContain('# answers: v=1&plan.zones=9');
  await wizard.page.goBack();
  await wizard.addressIs('#v=1&plan.zones=5');
  await wizard.holds('plan.zones', '5');
});

test('a reset can be undone', async ({ wizard }) => {
  await wizard.open();
  await wizard.fill('outboxPublisher.pollIntervalMs', '500');
  await wizard.choose('interactionStore.backend', 'pg');
  await wizard.button('Reset answers').click();
  await wizard.holds('outboxPublisher.pollIntervalMs', '1000');
  await wizard.hasChosen('interactionStore.backend', 'dynamodb');
  await wizard.addressIs('');

  await wizard.page.getByRole('button', { name: /^Undo/ }).click();
  await wizard.holds('outboxPublisher.pollIntervalMs', '500');
  await wizard.hasChosen('interactionStore.backend', 'pg');
  await wizard.addressIs('#v=1&outboxPublisher.pollIntervalMs=500&interactionStore.backend=pg');
});

for (const garbage of [
  '{"kaireon": "nothing"}',
  '{"kaireon": {"step": "tiers", "generation": 1, "answers": {"plan.zones": 4, "no.such": "key"}}}',
  '{"kaireon": {"step": "tiers", "generation": 1, "visited": 3, "notKept": 7, "answers": {"redis.cluster": "false", "plan.zones": 4}, "userFiles": {"carried": ["x", {"path": 1}], "map": [1], "accepted": {"a": 1}, "chart": {"api": 1}}}}',
  '[1, 2, 3]',
  '"text"',
]) {
  test(`the page opens the link where the history entry holds ${garbage}`, async ({ wizard }) => {
    await wizard.open('#v=1&redis.cluster=false');
    await wizard.page.evaluate((text) => {
      // The browser's own: the one that Next puts over it would undo what this test breaks.
      History.prototype.replaceState.call(history, JSON.parse(text), '');
    }, garbage);
    await wizard.page.reload();
    await wizard.isReady();
    await expect(await wizard.answer('redis.cluster')).not.toBeChecked();
    await wizard.holds('plan.zones', '3');
    await wizard.fill('plan.zones', '4');
    await wizard.addressIs('#v=1&redis.cluster=false&plan.zones=4');
  });
}
