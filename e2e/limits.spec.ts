import { expect, test } from './support/test';

const cautions = 'Cautions: this choice will probably hurt';
const chosen = 'True of this choice';
const always = 'True whatever you choose';

test('the limits stand in their order, and the tally counts them', async ({ wizard }) => {
  await wizard.open();
  await expect(wizard.limits.getByRole('heading', { level: 3 })).toHaveText([
    cautions,
    chosen,
    always,
  ]);
  // Sixteen limits apply to the defaults; two more say that a block is not filled in.
  await expect(wizard.limits).toContainText('2 cautions, 14 limits');
  await expect(wizard.limits.getByRole('listitem')).toHaveCount(16);

  const severities = await wizard.limits.getByRole('listitem').allTextContents();
  expect(severities.map((text) => text.startsWith('Caution'))).toEqual([
    ...Array(2).fill(true),
    ...Array(14).fill(false),
  ]);
  expect(severities.at(-1)).toContain('design-targets');
});

test('the tally and the list follow the answers', async ({ wizard }) => {
  await wizard.open();
  await wizard.field('Kafka', 'Brokers').fill('broker-1:9092');
  await wizard.field('DynamoDB', 'Table name').fill('interactions');
  await expect(wizard.limits).toContainText('0 cautions, 14 limits');
  await expect(wizard.limits.getByRole('heading', { level: 3 })).toHaveText([chosen, always]);

  await wizard.field('Redis', 'Redis runs in cluster mode').uncheck();
  await expect(wizard.limits).toContainText('1 caution, 13 limits');
  await expect(wizard.limits.getByRole('listitem').first()).toContainText('redis-single-node');
});

test('a limit opens to its whole words and leads to its question', async ({ wizard }) => {
  await wizard.open('#v=1&opensearch.enabled=false');
  const limit = wizard.limits.getByRole('listitem').filter({ hasText: 'search-tsvector' });
  await expect(limit.getByText(/^Source: |Source: values-large/)).toBeHidden();
  await limit.locator('summary').click();
  await expect(limit.getByText(/Source: values-large/)).toBeVisible();
  await limit.getByRole('button', { name: 'Go to opensearch.enabled' }).click();
  await expect(wizard.field('Search', 'Search with OpenSearch')).toBeFocused();
});

test('a choice shows its limits beneath it as soon as it is picked', async ({ wizard }) => {
  await wizard.open();
  const question = wizard.question('eventbus.backend');
  await expect(question).not.toContainText('no publisher setting for Pulsar is documented');
  await wizard.card('Event bus', 'Pulsar').check();
  const note = question.getByRole('listitem').filter({ hasText: 'Pulsar is documented' });
  await expect(note).toBeVisible();
  await expect(note).toContainText('Caution');
  await expect(wizard.limits).toContainText('pulsar-undocumented');
  await expect(wizard.preview).toContainText('# [caution] pulsar-undocumented:');

  await wizard.card('Event bus', 'Kafka').check();
  await expect(note).toHaveCount(0);
  await expect(wizard.limits).not.toContainText('pulsar-undocumented');
});

test('a limit that rests on several answers comes and goes with each of them', async ({
  wizard,
}) => {
  await wizard.open();
  const note = wizard.limits.getByRole('listitem').filter({ hasText: 'rps-unmeasured' });
  await wizard.field('Expected load', 'Requests at peak').fill('5000');
  await expect(note).toHaveCount(1);
  await wizard.field('Expected load', 'Measured rate of one API pod').fill('200');
  await expect(note).toHaveCount(0);
  await wizard.field('Expected load', 'Measured rate of one API pod').fill('50');
  // 5000 / 50 = 100 pods, above 50 at 70 %.
  await expect(wizard.limits).toContainText('rps-above-ceiling');
});
