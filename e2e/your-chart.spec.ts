import { axeFindings } from './support/axe';
import { expect, test } from './support/test';

/** What a chart might make of the defaults: another minimum, no memory limit, a constraint without a selector. */
const AFTER = `kind: Deployment
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
kind: HorizontalPodAutoscaler
metadata: { name: kaireon-api-hpa }
spec: { scaleTargetRef: { kind: Deployment, name: kaireon-api }, minReplicas: 2, maxReplicas: 50 }
`;
const VALUES = `api:
  hpa: { minimum: 2, maximum: 10, behavior: {} }
  resources: {}
redis: { cluster: true }
worker: { name: w }
`;
const LABELS = 'plan.apiPodLabels';
const MIN = 'api.autoscaling.minReplicas';
const MAX = 'api.autoscaling.maxReplicas';

test.beforeEach(({ wizard }) => wizard.open());

test('what the chart lists stays known while its file is given', async ({ wizard }) => {
  await wizard.preset('Cassandra mid-tier').click();
  await wizard.giveChart({ 'values.yaml': 'api: { autoscaling: { minReplicas: 2 } }' });
  const listed = `map.${MIN}=${MIN}`;
  await wizard.addressIs(`#v=1&interactionStore.backend=cassandra&${listed}`);
  await wizard.button('Undo').click();
  await wizard.addressIs(`#v=1&${listed}`);
  await wizard.fill('plan.zones', '5');
  await wizard.addressIs(`#v=1&plan.zones=5&${listed}`);
  await wizard.button('Reset answers').click();
  await wizard.addressIs(`#v=1&${listed}`);
});

test.describe('with a render', () => {
  test.beforeEach(async ({ wizard }) => {
    const panel = await wizard.giveChart({ 'after.yaml': AFTER });
    await expect(wizard.page.getByRole('tab', { name: 'Your chart' })).toBeFocused();
    await expect(panel).toContainText('of 51 keys and lists');
  });

  test('what it shows stands at field, line and limit, and in no link', async ({ wizard }) => {
    const isSaid = (key: string, verdict: string) =>
      expect(wizard.control(key)).toHaveAccessibleDescription(`In your chart: ${verdict}`);
    await wizard.answer('plan.apiNodeGroup');
    await expect(wizard.control('plan.apiNodeGroup')).toHaveAccessibleDescription(
      /there, not proved$/,
    );
    await wizard.answer(MIN);
    await isSaid(MIN, 'differs: 2');
    await isSaid(MAX, 'there, not proved');
    const line = wizard.preview.locator('.line', { hasText: 'minReplicas: 6' });
    await expect(line.getByRole('img', { name: 'differs' })).toBeVisible();
    const limits = await wizard.tab('Limits');
    await expect(limits).toContainText(
      'Deployment/kaireon-api has WORKER_INPROCESS=0 for Deployment/kaireon-api.',
    );
    await expect(wizard.limit('worker-double-consume')).toHaveCount(0);
    await expect(wizard.limit('zone-spread-selector')).toContainText('Caution');
    const text = await wizard.download();
    expect(text).not.toContain('worker-double-consume');
    expect(text).toContain('# [caution] zone-spread-selector: The constraint of');

    await wizard.tab('Your chart');
    await wizard.fill(MIN, '2'); // then the render has what is asked
    await isSaid(MIN, 'there, not proved');
    await wizard.addressIs(`#v=1&${MIN}=2`); // and the browser's history has been written
    const kept = await wizard.page.evaluate(() => JSON.stringify(history.state));
    expect(kept).toContain(MIN);
    expect(kept).not.toContain('WORKER_INPROCESS');
    expect(await axeFindings(wizard.page)).toEqual([]);

    const marks = wizard.page.locator('[id^="proof-"]');
    await expect(marks).not.toHaveCount(0);
    await wizard.button('Forget this chart').click();
    await expect(marks).toHaveCount(0);
    await expect(wizard.control(MIN)).toHaveAccessibleDescription('');
    await wizard.reload();
    await expect(marks).toHaveCount(0);
  });

  test('the labels of the pods are filled in with one click', async ({ wizard }) => {
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

  test('a sign stands over no value at 1024 px, and in words on a phone', async ({ wizard }) => {
    await wizard.page.setViewportSize({ width: 1024, height: 768 });
    await expect(wizard.preview.getByRole('img').first()).toBeVisible();
    const ends = await wizard.preview.locator('.line.key:has(.sign)').evaluateAll((lines) =>
      lines.map((line) => {
        const range = document.createRange();
        range.selectNodeContents(line);
        const text = [...range.getClientRects()].filter(({ width }) => width > 20);
        const { left } = line.getBoundingClientRect();
        return {
          right: (line.querySelector('.sign')?.getBoundingClientRect().right ?? 0) - left,
          text: Math.min(...text.map((part) => part.left)) - left,
        };
      }),
    );
    for (const { right, text } of ends) expect(right).toBeLessThan(Math.min(20, text));

    await wizard.page.setViewportSize({ width: 390, height: 844 });
    await wizard.view('Questions');
    await wizard.goTo('Tiers');
    await expect(wizard.page.getByRole('button', { name: /^API/ })).toContainText(
      '1 not as asked in the render',
    );
  });
});

test('each file shows what it was taken for, and can be changed', async ({ wizard }) => {
  const panel = await wizard.giveChart({
    'after.yaml': AFTER,
    'values.yaml': VALUES,
    'live.yaml': 'kind: Deployment\nmetadata: { name: kaireon-api, uid: a }\n',
    'n.txt': '- a\n',
  });
  await expect(panel.getByText('Left aside: a render with this overlay is there')).toBeVisible();
  await panel.getByRole('button', { name: 'Remove live.yaml' }).click();
  await expect(panel.getByRole('alert')).toContainText('n.txt: This holds no Kubernetes object');
  await expect(panel.getByLabel('What values.yaml is')).toHaveValue('values');
  const role = panel.getByLabel('What after.yaml is');
  await expect(role).toHaveValue('after');
  const counts = panel.locator('.chart-counts');
  await role.selectOption('before');
  await expect(counts).toContainText('listed');
  await role.selectOption('after');
  await expect(counts).toContainText('differs');
  await panel.getByRole('button', { name: 'Remove after.yaml' }).click();
  await expect(counts).toContainText('not listed');
});

test('a key stands where the chart lists it, and goes back again', async ({ wizard }) => {
  const panel = await wizard.giveChart({ 'values.yaml': VALUES });
  const sign = (text: string) =>
    wizard.preview.locator('.line', { hasText: text }).getByRole('img');
  await expect(sign('memory: 4Gi').first()).toHaveAccessibleName('listed');
  await expect(sign('pollIntervalMs: 1000')).toHaveAccessibleName('not listed');
  await expect(panel.getByText('a template may still read it')).toHaveCount(1);
  await panel.getByRole('button', { name: 'Use all best matches (2)' }).click();
  await expect(wizard.line('minimum: 6')).toBeVisible();
  await expect(wizard.page).toHaveURL(
    new RegExp(`#v=1&map.${MIN}=api.hpa.minimum&map.${MAX}=api.hpa.maximum`),
  );
  await wizard.goTo('Review'); // a moved key counts as a changed one, and shows its new path
  await expect(wizard.row(/^API: Smallest number of pods/)).toContainText(
    `${MIN} → api.hpa.minimum`,
  );
  await panel.getByText('Only what is not listed').click();
  const keyRow = (key: string) => panel.getByRole('row').filter({ hasText: key });
  await expect(keyRow(MAX)).toContainText('Your chart’s values have 10 here.');
  await expect(keyRow('redis.cluster')).toContainText('Your chart’s values have the same.');
  const place = panel.getByLabel(`Where ${MIN} stands`);
  await expect(place).toHaveValue('api.hpa.minimum');
  await place.fill('api.scaling.least');
  await place.press('Enter');
  await expect(wizard.line('least: 6')).toBeVisible();
  await panel.getByRole('button', { name: `Use our path again for ${MIN}` }).click();
  await expect(wizard.line('minReplicas: 6')).toBeVisible();
  await place.focus();
  await expect(panel.locator('datalist option[value="api.hpa.behavior"]')).toContainText(
    'does not fit',
  );
  await place.fill('api.hpa.maximum');
  await place.press('Enter');
  await expect(wizard.status).toContainText(`${MAX} stands there already.`);
  await expect(wizard.line('minReplicas: 6')).toBeVisible();
  const kept = await wizard.page.evaluate(() => JSON.stringify(history.state));
  expect(kept).toContain('"redis.cluster":""');
  expect(kept).not.toContain('shown');
  expect(await axeFindings(wizard.page)).toEqual([]);
});
