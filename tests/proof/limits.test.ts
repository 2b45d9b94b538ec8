import { describe, expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { completeAnswers } from '@/lib/domain/evaluate';
import { allLeft } from '@/lib/files/opened-answers';
import { textOf } from '@/lib/overlay/overlay';
import { askedNames } from '@/lib/proof/asked-keys';
import { matchRenders } from '@/lib/proof/matched-renders';
import { prove } from '@/lib/proof/prove';
import { readManifests } from '@/lib/proof/read-manifests';
import { type Reading, readAnswers } from '@/lib/reading/reading';
import { readingOf } from '../support/reading';

type Given = Readonly<Record<string, string>>;
const names = askedNames(catalog);

const proofOf = (after: string, given: Given) =>
  prove(catalog, readingOf(given), {
    renders: matchRenders(catalog, { after: readManifests(after, names) }),
  });

/** What the render says of one limit: `settled: …`, `worse: …`, `noted: …`, or nothing. */
function effectOf(id: string, after: string, given: Given = {}): string | undefined {
  const one = proofOf(after, given).limits.find((limit) => limit.id === id);
  return one && `${one.effect}: ${one.evidence}`;
}

/** The head of the file with that evidence: the words behind `# [limit] id:` or `# [caution] id:`. */
function headLine(id: string, after: string, given: Given = {}): string | undefined {
  const evidence = proofOf(after, given).limits;
  const file = textOf(readAnswers(catalog, completeAnswers(catalog, given), { evidence }).lines);
  return new RegExp(`^# \\[(limit|caution)\\] ${id}:`, 'm').exec(file)?.[1];
}

const api = (env: string, more = '') => `kind: Deployment
metadata: { name: kaireon-api, labels: { component: api } }
spec:
  template:
    metadata: { labels: { app: api, helm.sh/chart: kaireon-1 } }
    spec:
      containers: [{ name: api, ${env} }]
${more}`;
const config = (data: string) => `---
kind: ConfigMap
metadata: { name: settings }
data: { ${data} }
`;
const FROM = 'envFrom: [{ configMapRef: { name: settings } }]';
const spread = (selector: string) =>
  api(
    'image: x',
    `      topologySpreadConstraints: [{ maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: DoNotSchedule${selector} }]\n`,
  );
const job = (name: string, component: string) => `---
kind: CronJob
metadata: { name: ${name}, labels: { component: ${component} } }
spec: { concurrencyPolicy: Forbid, jobTemplate: { spec: { template: { spec: { containers: [{ name: x }] } } } } }
`;
const worker = (type: string) => `${api('image: x').replaceAll('api', 'worker')}---
kind: ScaledObject
metadata: { name: worker }
spec: { scaleTargetRef: { name: kaireon-worker }, triggers: [{ type: ${type} }] }
`;

const variable = (value: string) => api(`env: [{ name: WORKER_INPROCESS, ${value} }]`);
const NAMED = 'EVENT_PUBLISHER: kafka, INTERACTION_STORE: dynamodb';
const FILLED = 'KAFKA_BROKERS: "broker:9092", DYNAMODB_TABLE: history';
const configured = (data: string) => api(FROM) + config(data);
const REAPER = job('kaireon-outbox-reaper', 'cron');
const REPLACE = { 'cron.concurrencyPolicy': 'Replace' };
const ALLOW = { 'cron.concurrencyPolicy': 'Allow' };
const NO_REAPER = { 'cron.schedules.outboxReaper.enabled': 'false' };
const LABELS = { 'plan.apiPodLabels': 'app=api' };
const OTHER_CHOICE = /^worse: The render does not follow this choice/;
const over = (app: string) => spread(`, labelSelector: { matchLabels: { app: ${app} } }`);

/** By limit: a render, what it says of the limit (none: nothing), the limit's kind in the file's head, other answers. */
const CASES: Readonly<
  Record<string, readonly [render: string, says: RegExp | undefined, head: string, Given?][]>
> = {
  'worker-double-consume': [
    [variable('value: "0"'), /^settled: Deployment\/kaireon-api has WORKER_INPROCESS=0/, ''],
    [variable('value: "1" }, { name: WORKER_INPROCESS, value: "0"'), /^settled/, ''], // the last counts
    [configured('WORKER_INPROCESS: "0"'), /^settled: ConfigMap\/settings has .*=0 for Depl/, ''],
    [variable('value: "1"'), /^worse: Deployment\/kaireon-api has WORKER_INPROCESS=1/, 'caution'],
    [api('image: x'), undefined, 'limit'],
    [variable('valueFrom: { secretKeyRef: { name: s, key: k } }'), undefined, 'limit'],
    [api('envFrom: [{ secretRef: { name: s } }]'), undefined, 'limit'],
    [api(FROM), undefined, 'limit'],
  ],
  'zone-spread-selector': [
    [
      over('api'),
      /^settled: The constraint of Deployment\/kaireon-api has a labelSelector that/,
      '',
    ],
    [spread(''), /^worse: .* has no labelSelector\.$/, 'caution'],
    [over('web'), /^worse: .* matches other pods than its own\.$/, 'caution'],
    [api('image: x'), /^worse: .* has no constraint over topology\.kubernetes\.io/, 'caution'],
    // labels are given: only a render without a selector brings the limit back
    [spread(''), /^worse/, 'caution', LABELS],
    [over('api'), undefined, '', LABELS],
    [spread(''), undefined, '', { 'plan.apiZoneSpread': 'off' }],
  ],
  'cron-count': [
    [job('b', 'cron') + job('a', 'cron'), /^settled: The render has 2 CronJobs: a, b\.$/, ''],
    [api('image: x'), /^worse: The render has no CronJob\.$/, 'caution'],
  ],
  // A choice is never settled, and worse where the render contradicts it.
  'cron-replace': [
    [REAPER, OTHER_CHOICE, 'caution', REPLACE],
    [REAPER.replace('Forbid', 'Replace'), undefined, 'caution', REPLACE],
  ],
  'cron-allow': [
    [REAPER, OTHER_CHOICE, 'caution', ALLOW],
    [REAPER.replace('Forbid', 'Allow'), undefined, 'caution', ALLOW],
  ],
  'cron-reaper-off': [
    [REAPER, OTHER_CHOICE, 'caution', NO_REAPER],
    [job('kaireon-cleanup', 'cron'), undefined, 'caution', NO_REAPER],
  ],
  'block-boots-when-enabled': [
    [configured(`${NAMED}, ${FILLED}`), /^settled: .*KAFKA_BROKERS.*DYNAMODB_TABLE/, ''],
    [configured(NAMED), undefined, 'limit'],
    [configured(`EVENT_PUBLISHER: kafka, ${FILLED}`), undefined, 'limit'],
    [
      configured(`EVENT_PUBLISHER: redis, ${FILLED}`),
      /^worse: ConfigMap\/settings data.EVENT_PUBLISHER is redis, not kafka: the old backend still/,
      'caution',
    ],
  ],
  'eventbus-block-unfilled': [
    [configured(FILLED), /^settled: ConfigMap\/settings has KAFKA_BROKERS filled in, so a/, ''],
    [configured('KAFKA_BROKERS: ""'), /^worse: .* is empty in the render\.$/, 'caution'],
    [configured(NAMED), undefined, 'caution'],
  ],
  'interaction-store-block-unfilled': [
    [configured(FILLED), /^settled: ConfigMap\/settings has DYNAMODB_TABLE filled in, so/, ''],
    [configured('DYNAMODB_TABLE: ""'), /^worse: .* is empty in the render\.$/, 'caution'],
  ],
  'redis-cluster-clients': [
    [worker('redis-cluster'), /^noted: .*KEDA’s half is settled/, 'limit'],
    [worker('redis'), /^worse: .*for a single Redis/, 'caution'],
    [worker('cpu'), undefined, 'limit'],
  ],
};

describe.each(Object.entries(CASES))('%s', (id, cases) => {
  test.each(cases.map((one) => [one[1] ?? 'nothing', one] as const))(
    'the render says %s',
    (_, [render, says, head, given]) => {
      expect(effectOf(id, render, given) ?? '').toMatch(says ?? /^$/);
      expect(headLine(id, render, given) ?? '').toBe(head);
    },
  );
});

test('evidence holds no value of a variable that an answer fills', () => {
  expect(JSON.stringify(proofOf(configured(FILLED), {}).limits)).not.toContain('broker:9092');
});

test('unverified-paths counts what is reached, is settled by all, and worse where a marked key is nowhere', () => {
  const says = (reading: Reading, renders: readonly string[]) => {
    const [after, before] = renders.map((text) => readManifests(text, names));
    const { limits } = prove(catalog, reading, {
      renders: matchRenders(catalog, { before, after }),
    });
    return limits.find(({ id }) => id === 'unverified-paths');
  };
  const isMarked = ({ provenance }: { provenance: string }) => provenance === 'unverified';
  const reading = readingOf();
  const evidence = (words: string) => expect.stringContaining(words);
  const none = evidence(`0 of the ${reading.leaves.filter(isMarked).length} `);
  expect(says(reading, [spread('')])).toMatchObject({ effect: 'noted', evidence: none });
  const same = says(reading, [spread(''), spread('')]);
  expect(same).toMatchObject({ effect: 'worse', evidence: evidence(' nowhere in it') });

  const one = readAnswers(catalog, { ...allLeft(catalog), 'api.autoscaling.minReplicas': '7' });
  expect(one.leaves.filter(isMarked).length).toBeGreaterThan(0);
  const hpa = `---\nkind: HorizontalPodAutoscaler\nmetadata: { name: api }\nspec: { minReplicas: 7, scaleTargetRef: { kind: Deployment, name: kaireon-api } }\n`;
  expect(says(one, [api('image: x') + hpa, api('image: x')])?.effect).toBe('settled');
});

test('a render says nothing of behaviour, and a link holds no evidence', () => {
  const behaviour =
    /^(?:design-targets|postgres-|eventbus-must-exist|interaction-store-must-exist|rps-|zone-strict-pending)/;
  const declared = catalog.allLimits.filter(({ id, shownBy }) => behaviour.test(id) && shownBy);
  expect(declared).toEqual([]);
  const evidence = proofOf(spread(''), {}).limits;
  expect(readAnswers(catalog, completeAnswers(catalog, {}), { evidence }).link).toBe('');
});
