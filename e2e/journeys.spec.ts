import { expectedLink, expectedOverlay } from '../tests/expected/expected-overlay.mjs';
import { expect, test } from './support/test';

// Ways through the page, each to the file that was written by hand for it.

test('the documented default, in two clicks', async ({ wizard }) => {
  await wizard.open();
  await wizard.goTo('Review');
  await expect(wizard.page.getByText('The file is valid YAML.')).toBeVisible();
  await wizard.makes('defaults');
  await expect(wizard.status).toHaveText('values-large.yaml was downloaded.');
});

test('on AWS: from a preset to the names of stream and table', async ({ wizard }) => {
  await wizard.open();
  await wizard.preset('AWS managed').click();
  await expect(wizard.stepButton('Event bus')).toHaveAccessibleDescription(/1 changed/);
  await wizard.goTo('Event bus');
  await wizard.control('kinesis.streamName').fill('kaireon-events');
  await wizard.control('kinesis.region').fill('eu-west-1');
  await wizard.button('Next: Interaction store').click();
  await wizard.control('dynamodb.tableName').fill('kaireon-interactions');
  await wizard.control('dynamodb.region').fill('eu-west-1');
  await wizard.goTo('Review');
  await expect(wizard.row(/Postgres provider/)).toContainText('Amazon Aurora');
  await wizard.makes('aws-managed');
});

test('self-managed: Kafka and Scylla', async ({ wizard }) => {
  await wizard.open();
  await wizard.preset('Self-managed').click();
  await wizard.goTo('Event bus');
  await wizard.control('kafka.brokers').fill('broker-1:9092,broker-2:9092');
  await wizard.goTo('Interaction store');
  await wizard.control('scylla.contactPoints').fill('scylla-1:9042,scylla-2:9042');
  await expect(wizard.limit('cql-local-data-center')).toBeVisible();
  await wizard.control('scylla.localDataCenter').fill('dc1');
  await expect(wizard.limit('cql-local-data-center')).toHaveCount(0);
  await wizard.control('scylla.keyspace').fill('kaireon');
  await wizard.makes('self-managed');
});

test('no bus, and Postgres as the store', async ({ wizard }) => {
  await wizard.open();
  await wizard.goTo('Event bus');
  await wizard.control('eventbus.enabled').uncheck();
  await expect(wizard.control('kafka.brokers')).toHaveCount(0);
  await wizard.goTo('Interaction store');
  await wizard.choice('interactionStore.backend', 'pg').check();
  await wizard.goTo('Review');
  await expect(wizard.region('Cautions to settle or accept')).toContainText(
    'Redis pub/sub, which keeps nothing',
  );
  await wizard.makes('bus-off-store-pg');
});

test('stream and MCP turned on in the table', async ({ wizard }) => {
  await wizard.open();
  await wizard.goTo('Tiers');
  await expect(wizard.control('stream.replicaCount')).toHaveCount(0);
  await wizard.control('stream.enabled').check();
  await wizard.control('mcp.dedicated').check();
  await expect(wizard.control('stream.replicaCount')).toHaveValue('2');
  await expect(wizard.control('mcp.resources.requests.cpu')).toHaveValue('500m');
  await wizard.makes('stream-mcp-on');
});

test('a mistake is fixed from another step', async ({ wizard }) => {
  await wizard.open();
  await wizard.goTo('Tiers');
  const largest = wizard.control('api.autoscaling.maxReplicas');
  await largest.fill('5');
  await wizard.goTo('Cluster');
  await expect(wizard.stepButton('Tiers')).toHaveAccessibleDescription(/1 problem/);
  await wizard.downloadButton.click();
  await expect(wizard.problems).toBeFocused();
  await expect(wizard.problems).toContainText('Enter 6 to 1000');
  await wizard.page.keyboard.press('Alt+p');
  await expect(largest).toBeFocused();
  await expect(largest).toHaveAccessibleDescription(/Enter 6 to 1000/);
  await largest.fill('50');
  await expect(wizard.problems).toHaveCount(0);
  await wizard.makes('defaults');
});

test('a link from a colleague', async ({ wizard }) => {
  const link =
    '#v=1&eventbus.backend=pulsar&pulsar.serviceUrl=pulsar%2Bssl%3A%2F%2Fpulsar.internal%3A6651';
  await wizard.open(`?utm_source=chat${link}&no.such=1`);
  await expect(wizard.region(/^This link holds 1 thing/)).toContainText('no.such');
  await wizard.addressIs(link);
  await expect(wizard.stepButton('Event bus')).toHaveAccessibleDescription(/2 changed/);
  await wizard.makes('bus-pulsar');
  await expect(wizard.heading('Review')).toBeVisible();
  await expect(wizard.page.getByText('Opened from a link: 2 answers differ')).toBeVisible();
  await wizard.button('Start from the documented overlay instead').click();
  await wizard.addressIs('');
  await wizard.makes('defaults');
  await wizard.button('Undo').click();
  await wizard.makes('bus-pulsar');
  await wizard.fill('plan.zones', '4');
  await wizard.addressIs(`${link}&plan.zones=4`);
});

test('an opened file comes back as it was, and goes on from there', async ({ wizard }) => {
  await wizard.open();
  const dialog = await wizard.openFile(expectedOverlay('plan-all'));
  await expect(dialog.getByText('In conflict (0)')).toBeAttached();
  await dialog.getByRole('button', { name: 'Replace my answers' }).click();
  await expect(dialog).toBeHidden();
  await wizard.makes('plan-all');
  await wizard.choose('eventbus.backend', 'kafka');
  await expect(wizard.line('backend: kafka')).toBeVisible();
});

test('a checked chart puts the keys where it has them', async ({ wizard }) => {
  await wizard.open();
  const panel = await wizard.giveChart({
    'values.yaml': 'global: { env: { EVENT_PUBLISHER: redis } }\n',
  });
  await panel.getByRole('button', { name: /^Use global\.env\.EVENT_PUBLISHER/ }).click();
  expect(await wizard.download()).toBe(
    expectedOverlay('defaults')
      .replace(
        '# answers: defaults',
        '# answers: v=1&map.config.EVENT_PUBLISHER=global.env.EVENT_PUBLISHER',
      )
      .replace(
        'config:\n  EVENT_PUBLISHER: kafka\n',
        'global:\n  env:\n    EVENT_PUBLISHER: kafka\n\nconfig:\n',
      ),
  );
});

test('every tier filled in through the form', async ({ wizard }) => {
  test.slow(); // 40 fields
  await wizard.open();
  const [, ...answers] = new URLSearchParams(expectedLink('everything-on')); // the first is v=1
  expect(answers.length).toBeGreaterThan(35);
  for (const [key, text] of answers) {
    if (text === 'true') await wizard.turn(key, 'on');
    else await wizard.fill(key, text);
  }
  await wizard.makes('everything-on');
});

test.describe('a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the whole way on a phone', async ({ wizard }) => {
    await wizard.open();
    await expect(wizard.preview).toBeHidden();
    await wizard.goTo('Tiers');
    await wizard.page.getByRole('button', { name: /^Outbox publisher/ }).tap();
    await wizard.control('outboxPublisher.replicaCount').fill('1');
    await wizard.control('outboxPublisher.podDisruptionBudget.minAvailable').fill('0');
    await wizard.views.getByRole('button', { name: /^Limits/ }).tap();
    await expect(wizard.limit('outbox-single')).toBeVisible();
    await wizard.views.getByRole('button', { name: /^File/ }).tap();
    await expect(wizard.line('replicaCount: 1')).toBeVisible();
    expect(await wizard.saved(() => wizard.downloadButton.tap())).toBe(
      expectedOverlay('outbox-single'),
    );
    await wizard.views.getByRole('button', { name: /^Questions/ }).tap();
    await expect(wizard.control('outboxPublisher.replicaCount')).toHaveValue('1');
  });
});
