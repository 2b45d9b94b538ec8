import { expectedOverlay } from '../tests/expected/expected-overlay.mjs';
import { expect, test } from './support/test';

const GROUPS = [
  'To fill in',
  'Cautions to settle or accept',
  'True of these choices',
  'True whatever you choose',
];

test('the limits stand in their order, counted, and follow the answers', async ({ wizard }) => {
  await wizard.open();
  const groups = wizard.limits.getByRole('heading', { level: 3 });
  await expect(groups).toHaveText(GROUPS);
  const head = expectedOverlay('defaults');
  const severities = Array.from(head.matchAll(/^# \[(caution|limit)\]/gm), ([, one]) => one);
  const rows = wizard.limits.getByRole('group');
  await expect(rows).toHaveCount(severities.length);
  const cautioned = severities.filter((severity) => severity === 'caution').length;
  const tab = wizard.page.getByRole('tab', { name: /^Limits/ });
  await expect(tab).toHaveText(/^Limits2 to fill in · 1 caution · /);
  await expect(tab).toContainText(` · ${severities.length - cautioned}`);
  const texts = await rows.allTextContents();
  expect(texts.map((text) => /^(?:Caution|To fill in)/.test(text))).toEqual([
    ...Array(cautioned).fill(true),
    ...Array(severities.length - cautioned).fill(false),
  ]);

  await wizard.fill('kafka.brokers', 'broker-1:9092');
  await wizard.fill('dynamodb.tableName', 'interactions');
  await expect(groups).toHaveText(GROUPS.slice(1));
  await wizard.turn('redis.cluster', 'off');
  await expect(wizard.limit('redis-single-node')).toHaveCount(1);
});

test('a limit opens to its whole words and leads to its question', async ({ wizard }) => {
  await wizard.open('#v=1&opensearch.enabled=false');
  const limit = wizard.limit('search-tsvector');
  await expect(limit.getByText(/Source: values-large/)).toHaveCount(0);
  await limit.locator('summary').click();
  await expect(limit.getByText(/Source: values-large/)).toBeVisible();
  await limit.getByRole('button', { name: /opensearch\.enabled/ }).click();
  await expect(wizard.control('opensearch.enabled')).toBeFocused();
});

test('the list can be held to the step on screen', async ({ wizard }) => {
  await wizard.open();
  await wizard.goTo('Datastores');
  await wizard.limits.getByRole('checkbox', { name: /^Only this step/ }).check();
  await expect(wizard.limits.getByRole('group')).toHaveCount(3);
  await wizard.goTo('Scale');
  await expect(wizard.limits).toContainText('No limit touches this step.');
});

test('a choice shows its limits beneath it as soon as it is picked', async ({ wizard }) => {
  await wizard.page.setViewportSize({ width: 1366, height: 768 });
  await wizard.open();
  await wizard.goTo('Event bus');
  await expect(wizard.control('kafka.brokers')).toBeInViewport({ ratio: 1 }); // it must be filled in
  const cost = wizard.region('What comes with Pulsar');
  await expect(cost).toHaveCount(0);
  await wizard.choice('eventbus.backend', 'pulsar').check();
  await expect(cost).toContainText('The overlay lists pulsar, while EVENT_PUBLISHER');
  await expect(cost).toContainText('Caution');
  await expect(wizard.limit('pulsar-undocumented')).toBeVisible();
  await wizard.choice('eventbus.backend', 'kafka').check();
  await expect(cost).toHaveCount(0);
  await expect(wizard.limit('pulsar-undocumented')).toHaveCount(0);

  await wizard.choice('eventbus.backend', 'msk').check();
  await expect(wizard.page.getByRole('group', { name: /^Backend.*Caution/ })).toBeVisible();
  await expect(wizard.control('eventbus.enabled')).toHaveAccessibleDescription(
    /The file says false all the same/,
  );
});

test('a limit of two tiers stands in the first of them that is open', async ({ wizard }) => {
  await wizard.open();
  await wizard.goTo('Tiers');
  const rows = wizard.page.locator('.tier', { hasText: 'Tiers are off because' });
  for (const tier of ['MCP', 'Stream']) {
    await wizard.page.getByRole('button', { name: new RegExp(`^${tier}`) }).click();
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText(tier);
  }
});
