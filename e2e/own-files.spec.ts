import { load } from 'js-yaml';
import { expectedOverlay } from '../tests/expected/expected-overlay.mjs';
import { expect, test } from './support/test';
import type { Wizard } from './support/wizard';

// Four people come with files of their own. Their files, and what each goes home with, were written by hand.

/** The first paragraph of Review: whether there is a file, and what is left to do. */
const verdict = ({ page }: Wizard) => page.locator('p', { hasText: 'The file is valid YAML.' });

/** The head that this page wrote a year ago, with all answers in one line and fewer limits. */
const OLD_HEAD = `# values-large.yaml: the KaireonAI overlay for large-scale clusters.
#
#   helm upgrade --install kaireon ./helm -n kaireon -f helm/values.yaml -f values-large.yaml
#
# answers: v=1&eventbus.backend=kinesis&kinesis.streamName=kaireon-events&kinesis.region=eu-west-1
#
# Honest limits of these choices:
# [limit] design-targets: These numbers are design targets, not benchmarked.
`;
const CARRIED = '# Carried over from your own file; nothing here asks about it.\n';

/** What the owner of last year's file changed since: no CPU limit, more workers, three keys of their own. */
const changed = (text: string, remark = '') =>
  text
    .replace('      cpu: "4"\n', '')
    .replace('maxReplicaCount: 30', 'maxReplicaCount: 36')
    .replace(
      'DoNotSchedule\n',
      `DoNotSchedule\n${remark && `  ${remark}`}  podAnnotations:\n    example.com/team: decisions\n`,
    )
    .concat(`${remark && `  ${remark}`}  LOG_LEVEL: info\n\n${remark}image:\n  tag: "1.10"\n`);

test('last year’s file comes back as changed, and without its password', async ({ wizard }) => {
  const documented = expectedOverlay('bus-kinesis');
  const lastYear = changed(documented.replace(/^(?:#.*\n)+/, OLD_HEAD)).replace(
    'postgres:\n',
    'postgres:\n  password: correct-horse\n',
  );
  await wizard.open();
  const dialog = await wizard.openFile(lastYear, 'values-large.yaml');
  await expect(dialog).toContainText(
    'values-large.yaml sets 56 keys: 52 understood, 3 carried over, 1 left out, 0 in conflict. 1 answer is left to the chart. It was made here',
  );
  const said = (text: string) => dialog.getByRole('listitem').filter({ hasText: text });
  await expect(said('postgres.password')).toContainText('(not shown)');
  await expect(said('worker.keda.maxReplicaCount').last()).toContainText(
    'The answers line has 30 here, the file 36. The file counts.',
  );
  await expect(said('api.resources.limits.cpu')).toContainText('the file does not have it');
  await dialog.getByRole('button', { name: 'Replace my answers' }).click();

  await expect(wizard.page.getByText('Opened from values-large.yaml: 5 answers')).toBeVisible();
  await expect(verdict(wizard)).toContainText('1 field to fill in. 1 caution to settle or accept.');
  await expect(wizard.row(/^Worker: Largest number/)).toContainText('3036');
  await expect(wizard.row(/^API: CPU limit/)).toContainText('left to the chart');
  const use = await wizard.tab('Use it');
  await expect(use).toContainText('3 keys of your own');
  await expect(use).not.toContainText('127.0.0.1');

  // Without its CPU limit the file has a key less, which stood at an unverified path.
  const added = 'api.resources.limits.cpu=&worker.keda.maxReplicaCount=36';
  expect(await wizard.download()).toBe(
    changed(documented, CARRIED)
      .replace('# v=1&', `# v=1&${added}&`)
      .replace('41 of the 55 keys', '40 of the 54 keys'),
  );
});

/** The values of a chart that calls the worker otherwise, and has none of our paths. */
const OTHER_SHAPE = `gateway: { replicas: 2 }
workers:
  batch:
    scaling: { active: false, min: 1, max: 5, queue: 100, poll: 30, cooldown: 600 }
`;
const PLACES = [
  ['worker.keda.enabled', 'workers.batch.scaling.active'],
  ['worker.keda.minReplicaCount', 'workers.batch.scaling.min'],
  ['worker.keda.maxReplicaCount', 'workers.batch.scaling.max'],
  ['worker.keda.listLength', 'workers.batch.scaling.queue'],
  ['worker.keda.pollingInterval', 'workers.batch.scaling.poll'],
  ['worker.keda.cooldownPeriod', 'workers.batch.scaling.cooldown'],
] as const;

/** A file as PowerShell writes it, with a message of Helm above it. */
const asOfPowerShell = (text: string) =>
  Buffer.from(
    `\uFEFFWARNING: Kubernetes configuration file is group-readable.\n${text}`,
    'utf16le',
  );

test('a chart of another shape gets each key where it reads it', async ({ wizard }) => {
  await wizard.open();
  const panel = await wizard.giveChart({ 'values.yaml': asOfPowerShell(OTHER_SHAPE) });
  await expect(panel).toContainText('This file is UTF-16');
  await expect(panel).toContainText('The first line is a message of Helm');
  await expect(panel).toContainText('51 not listed');
  for (const [ours, theirs] of PLACES) {
    const place = panel.getByLabel(`Where ${ours} stands`, { exact: true });
    await place.focus(); // the paths that the chart lists are offered from now on
    await expect(place).toHaveRole('combobox');
    await place.fill(theirs);
    await place.press('Enter');
    await expect(place).toHaveValue(theirs);
    await expect(place).toBeFocused(); // its row stays, to be looked at and taken back
  }
  await expect(panel).toContainText('45 not listed');

  await wizard.goTo('Review');
  await expect(verdict(wizard)).toContainText('Your chart: 45 keys not listed.');
  await expect(wizard.row(/^Worker: Smallest number/)).toContainText(
    'worker.keda.minReplicaCount → workers.batch.scaling.min',
  );
  const map = PLACES.map(([ours, theirs]) => `map.${ours}=${theirs}`).join('&');
  const expected = expectedOverlay('defaults')
    .replace('# answers: defaults', `# answers:\n# v=1&${map}`)
    .replace('40 of the 53 keys', '34 of the 53 keys')
    .replace(
      /# unverified path\nworker:\n {2}keda:\n(?: {4}.*\n)*/,
      `workers:
  batch:
    scaling:
      active: true
      min: 4
      max: 30
      queue: 50
      poll: 15
      cooldown: 300

# unverified path
worker:
`,
    );
  expect(await wizard.download()).toBe(expected);
});

/** A workload of the render, whose container wants this much. */
const workload = (name: string, resources: string, more = '') => `---
kind: Deployment
metadata: { name: kaireon-${name}, labels: { app.kubernetes.io/component: ${name} } }
spec:
  ${more}
  template:
    metadata: { labels: { app.kubernetes.io/component: ${name} } }
    spec: { containers: [{ name: ${name}, resources: ${resources} }] }
`;
const SMALL = '{ requests: { cpu: 500m, memory: 1Gi }, limits: { cpu: 1, memory: 2Gi } }';
const ASKED = '{ requests: { cpu: 2, memory: 4Gi }, limits: { cpu: 4, memory: 8Gi } }';
/** A chart that reads nothing of this overlay but the API's resources. */
const rendered = (api: string) => `${workload('api', api)}${workload('worker', SMALL)}---
kind: ScaledObject
metadata: { name: kaireon-worker }
spec:
  scaleTargetRef: { name: kaireon-worker }
  minReplicaCount: 1
  maxReplicaCount: 5
  pollingInterval: 30
  cooldownPeriod: 600
  triggers: [{ type: redis, metadata: { listLength: "100" } }]
${workload('ml-worker', SMALL)}---
kind: HorizontalPodAutoscaler
metadata: { name: kaireon-ml-worker }
spec: { scaleTargetRef: { kind: Deployment, name: kaireon-ml-worker }, minReplicas: 1, maxReplicas: 3 }
${workload('outbox-publisher', '{ requests: { cpu: 50m, memory: 64Mi } }', 'replicas: 1')}---
kind: PodDisruptionBudget
metadata: { name: kaireon-outbox-publisher }
spec: { minAvailable: 0, selector: { matchLabels: { app.kubernetes.io/component: outbox-publisher } } }
---
kind: CronJob
metadata: { name: kaireon-cron-cleanup, labels: { app.kubernetes.io/component: cron } }
spec:
  concurrencyPolicy: Allow
  jobTemplate:
    spec: { template: { spec: { containers: [{ name: cleanup, resources: { requests: { cpu: 50m, memory: 32Mi } } }] } } }
`;

test('a render with 22 keys nowhere: Review says so', async ({ wizard }) => {
  await wizard.open();
  const panel = await wizard.giveChart({
    'before.yaml': rendered(SMALL),
    'after.yaml': rendered(ASKED),
  });
  await expect(panel).toContainText('22 nowhere');
  await expect(
    panel.getByRole('row').filter({ hasText: 'worker.keda.cooldownPeriod' }),
  ).toContainText('nowhere');

  await wizard.goTo('Review');
  await expect(verdict(wizard)).toContainText('Your chart: 22 keys nowhere.');
  await expect(wizard.region('Before you apply it')).toBeVisible();

  // The file asks for the same. Of its limits the jobs are counted now, and three are worse than they were.
  const file = await wizard.download();
  const keys = (text: string) => text.replace(/^ *#.*\n/gm, '');
  expect(keys(file)).toBe(keys(expectedOverlay('defaults')));
  expect(file).not.toContain('cron-count');
  expect(file).toContain(`
# [caution] zone-spread-selector: Deployment/kaireon-api has no constraint over
#   topology.kubernetes.io/zone.
# [caution] redis-cluster-clients: ScaledObject/kaireon-worker has the trigger
#   redis, which is for a single Redis and not for a cluster.
# [caution] unverified-paths: 4 of the 40 marked keys are reached in the render,
#   and 22 are nowhere in it.
# [limit] `);
  expect(file).toContain(`
  # Caution redis-cluster-clients: ScaledObject/kaireon-worker has the trigger
  #   redis, which is for a single Redis and not for a cluster.
  cluster: true
`);
});

/** Twelve keys that a team decided; the rest is the chart's business. */
const PARTIAL = `# Ours, kept by hand since the pilot.
image: { tag: "1.10" }
api:
  autoscaling: { enabled: true, minReplicas: 8, maxReplicas: 40 }
  resources: { requests: { cpu: "3", memory: 6Gi } }
worker: { keda: { enabled: true, maxReplicaCount: 20 } }
mlWorker: { enabled: false }
opensearch: { enabled: false }
ingress: { enabled: true, hosts: [kaireon.example.com] }
`;

test('a partial file stays one of 12 keys, or takes the documented rest', async ({ wizard }) => {
  await wizard.open();
  const dialog = await wizard.openFile(asOfPowerShell(PARTIAL), 'ours.yaml');
  await expect(dialog).toContainText(
    'ours.yaml sets 12 keys: 9 understood, 3 carried over, 0 left out, 0 in conflict. 41 answers are left to the chart.',
  );
  await expect(dialog).toContainText('This file is UTF-16');
  await expect(dialog).toContainText('The first line is a message of Helm');
  await expect(dialog.getByText('Written beside them (0)')).toBeAttached();
  await dialog.getByRole('button', { name: 'Replace my answers' }).click();

  await expect(verdict(wizard)).toContainText('2 cautions to settle or accept.');
  const cautions = wizard.region('Cautions to settle or accept').getByRole('listitem');
  await expect(cautions).toHaveText([/LightGBM/, /tsvector/]);
  await expect(wizard.row(/^Redis: Cluster mode/)).toContainText('left to the chart');
  const file = await wizard.download();
  expect(load(file)).toEqual(load(PARTIAL));
  expect(file.match(/^# \[caution\] \S+/gm)).toEqual([
    '# [caution] ml-worker-off:',
    '# [caution] search-tsvector:',
  ]);

  await wizard.openFile(PARTIAL);
  await wizard.button('Replace, with documented values for the rest').click();
  await expect(wizard.line('maxReplicaCount: 20')).toBeVisible();
  await expect(wizard.line('minReplicaCount: 4')).toBeVisible();
  await wizard.button('Compare').click();
  await expect(wizard.dialog('Compare')).toContainText(
    '29 answers were left to the chart and are now written.',
  );
});
