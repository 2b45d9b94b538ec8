import { axeFindings } from './support/axe';
import { expect, test } from './support/test';

/** What a chart might make of the defaults: another minimum, no memory limit, no selector, a Redis trigger for one node. */
const AFTER = `apiVersion: apps/v1
kind: Deployment
metadata: { name: kaireon-api, labels: { app.kubernetes.io/component: api } }
spec:
  template:
    metadata: { labels: { app.kubernetes.io/component: api, helm.sh/chart: kaireon-1.0.0 } }
    spec:
      nodeSelector: { kaireon.ai/tier: api }
      topologySpreadConstraints: [{ maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: DoNotSchedule }]
      containers:
        - name: api
          env: [{ name: WORKER_INPROCESS, value: "0" }]
          resources: { requests: { cpu: 2, memory: 4Gi }, limits: { cpu: 4 } }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: kaireon-api-hpa }
spec:
  scaleTargetRef: { kind: Deployment, name: kaireon-api }
  minReplicas: 2
  maxReplicas: 50
`;
const LABELS = 'plan.apiPodLabels';
const MIN = 'api.autoscaling.minReplicas';

const file = (name: string, text: string) => ({
  name,
  mimeType: 'application/yaml',
  buffer: Buffer.from(text),
});

const VALUES = `api:
  hpa: { minimum: 2, maximum: 10, behavior: {} }
  resources: {}
worker: { name: w }
`;

test.beforeEach(async ({ wizard }) => {
  await wizard.open();
  await wizard.button('Check against your chart').click();
  await expect(wizard.page.getByRole('tab', { name: 'Your chart' })).toBeFocused();
});

test.describe('with a render', () => {
  test.beforeEach(async ({ wizard }) => {
    const panel = await wizard.tab('Your chart');
    await panel.getByLabel('choose files').setInputFiles(file('after.yaml', AFTER));
    await expect(panel).toContainText('of 51 keys and lists');
  });

  test('what the render made of an answer stands at its cell, its field, its line and in words', async ({
    wizard,
  }) => {
    await expect(await wizard.answer(MIN)).toHaveAccessibleDescription('In your chart: differs: 2');
    await expect(wizard.control('api.autoscaling.maxReplicas')).toHaveAccessibleDescription(
      'In your chart: there, not proved',
    );
    await expect(await wizard.answer('plan.apiNodeGroup')).toHaveAccessibleDescription(
      /there, not proved$/,
    );
    const sign = wizard.preview
      .locator('.line', { hasText: 'minReplicas: 6' })
      .getByRole('img', { name: 'differs' });
    await expect(sign).toBeVisible();

    await wizard.fill(MIN, '2'); // then the render has what is asked
    await expect(wizard.control(MIN)).toHaveAccessibleDescription(
      'In your chart: there, not proved',
    );
    await wizard.addressIs(`#v=1&${MIN}=2`); // and the browser's history has been written
    const kept = await wizard.page.evaluate(() => JSON.stringify(history.state));
    expect(kept).toContain(MIN);
    expect(kept).not.toContain('WORKER_INPROCESS');
    expect(await axeFindings(wizard.page)).toEqual([]);
  });

  test('nothing of it stands on the page before a render is given, or after it is forgotten', async ({
    wizard,
  }) => {
    await wizard.answer(MIN);
    const marks = wizard.page.locator('[id^="proof-"]');
    await expect(marks).not.toHaveCount(0);
    await wizard.button('Forget this chart').click();
    await expect(marks).toHaveCount(0);
    await expect(wizard.control(MIN)).toHaveAccessibleDescription('');
    await wizard.page.reload();
    await wizard.isReady();
    await expect(marks).toHaveCount(0);
  });

  test('the labels of the pods are filled in with one click, where the limit stands and where it is proved', async ({
    wizard,
  }) => {
    const label = 'app.kubernetes.io/component=api';
    const panel = await wizard.tab('Limits');
    await wizard.limit('zone-spread-selector').locator('summary').click();
    await panel.getByRole('button', { name: 'Fill in from the render' }).click();
    await wizard.holds(LABELS, label);
    await expect(wizard.line('app.kubernetes.io/component: api')).toBeVisible();
    await wizard.button('Back to blank for Labels of the API’s pods').click();
    await expect(wizard.control(LABELS)).toHaveValue('');

    const proof = await wizard.tab('Your chart');
    await proof.getByRole('button', { name: 'Fill in from the render' }).click();
    await expect(wizard.control(LABELS)).toHaveValue(label);
    await expect(wizard.button('Fill in from the render')).toHaveCount(0);
  });

  test('what is settled leaves the list and the file, with its evidence, and no link holds it', async ({
    wizard,
  }) => {
    const panel = await wizard.tab('Limits');
    await expect(panel).toContainText(
      'Deployment/kaireon-api has WORKER_INPROCESS=0 for Deployment/kaireon-api.',
    );
    await expect(wizard.limit('worker-double-consume')).toHaveCount(0);
    await expect(wizard.limit('zone-spread-selector')).toContainText('Caution');
    const text = (await wizard.download()).toString();
    expect(text).not.toContain('worker-double-consume');
    expect(text).toContain('# [caution] zone-spread-selector: The constraint of');
    await wizard.addressIs('');
  });

  test('on a phone a tier’s card says how much did not arrive as asked', async ({ wizard }) => {
    await wizard.page.setViewportSize({ width: 390, height: 844 });
    await wizard.views.getByRole('button', { name: 'Questions', exact: true }).click();
    await wizard.goTo('Tiers');
    const card = wizard.page.getByRole('button', { name: /^API/ });
    await expect(card).toContainText('1 not as asked in the render');
  });
});

test('a sign in the gutter never stands over a number or a value, at 1024 px too', async ({
  wizard,
}) => {
  await wizard.page.setViewportSize({ width: 1024, height: 768 });
  const panel = await wizard.tab('Your chart');
  await panel.getByLabel('choose files').setInputFiles(file('after.yaml', AFTER));
  const sign = wizard.preview.getByRole('img').first();
  await expect(sign).toBeVisible();
  const ends = await wizard.preview.locator('.line.key:has(.sign)').evaluateAll((lines) =>
    lines.map((line) => {
      const range = document.createRange();
      range.selectNodeContents(line);
      const text = [...range.getClientRects()].filter(({ width }) => width > 20);
      const { right } = line.querySelector('.sign')?.getBoundingClientRect() ?? { right: 0 };
      return {
        right: right - line.getBoundingClientRect().left,
        text: Math.min(...text.map(({ left }) => left)) - line.getBoundingClientRect().left,
      };
    }),
  );
  for (const { right, text } of ends) expect(right).toBeLessThan(Math.min(20, text));
});

test('files in any order, each shown with what it was taken for, changed and removed', async ({
  wizard,
}) => {
  const panel = await wizard.tab('Your chart');
  await panel
    .getByLabel('choose files')
    .setInputFiles([
      file('after.yaml', AFTER),
      file('values.yaml', VALUES),
      file('live.yaml', 'kind: Deployment\nmetadata: { name: kaireon-api, uid: a }\n'),
      file('n.txt', '- a\n'),
    ]);
  await expect(panel.getByText('Left aside: a render with this overlay is there')).toBeVisible();
  await panel.getByRole('button', { name: 'Remove live.yaml' }).click();
  await expect(panel.getByRole('alert')).toContainText('n.txt: This holds no Kubernetes object');
  await expect(panel.getByLabel('What values.yaml is')).toHaveValue('values');
  const role = panel.getByLabel('What after.yaml is');
  await expect(role).toHaveValue('after');
  await role.selectOption('before');
  const counts = panel.locator('.chart-counts');
  await expect(counts).toContainText('listed');
  await role.selectOption('after');
  await expect(counts).toContainText('differs');
  await panel.getByRole('button', { name: 'Remove after.yaml' }).click();
  await expect(counts).toContainText('not listed');
});

test('a key stands where the chart lists it: by one click, by the list, by hand, and back again', async ({
  wizard,
}) => {
  const panel = await wizard.tab('Your chart');
  await panel.getByLabel('choose files').setInputFiles(file('values.yaml', VALUES));
  await panel.getByRole('button', { name: 'Use all best matches (2)' }).click();
  await expect(wizard.line('minimum: 6')).toBeVisible();
  await expect(wizard.page).toHaveURL(
    /#v=1&map\.api\.autoscaling\.minReplicas=api\.hpa\.minimum&map\.api\.autoscaling\.maxReplicas=api\.hpa\.maximum/,
  );
  await wizard.goTo('Review'); // a moved key counts as a changed one, and shows its new path
  const moved = wizard.page.getByRole('row', { name: /^API: Smallest number of pods/ });
  await expect(moved).toContainText(`${MIN} → api.hpa.minimum`);
  const place = panel.getByLabel(`Where ${MIN} stands`);
  await panel.getByText('Only what is not listed').click();
  await expect(place).toHaveValue('api.hpa.minimum');
  await place.fill('api.scaling.least');
  await place.press('Enter');
  await expect(wizard.line('least: 6')).toBeVisible();
  await expect(place).toHaveValue('api.scaling.least');
  await panel.getByRole('button', { name: `Use our path again for ${MIN}` }).click();
  await expect(wizard.line('minReplicas: 6')).toBeVisible();
  await place.focus();
  await expect(panel.locator('datalist option[value="api.hpa.behavior"]')).toContainText(
    'does not fit',
  );
  await place.fill('api.hpa.maximum');
  await place.press('Enter');
  await expect(wizard.status).toContainText('api.autoscaling.maxReplicas stands there already.');
  await expect(wizard.line('minReplicas: 6')).toBeVisible();
  const kept = await wizard.page.evaluate(() => JSON.stringify(history.state));
  expect(kept).toContain('not-listed');
  expect(kept).not.toContain('shown');
  expect(await axeFindings(wizard.page)).toEqual([]);
});
