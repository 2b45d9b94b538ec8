import { isSwitchedOn, type Read } from '@/lib/domain/answer';
import { choiceAnswer, switchAnswer } from '@/lib/domain/declare';
import { NAMESPACE } from '@/lib/domain/helm-command';
import { caution, limit, whileChosen } from '@/lib/domain/limit';
import type { Option } from '@/lib/domain/option';
import { documented, source } from '../sources';
import { podResources } from './pods';

const enabled = switchAnswer('cron.enabled', {
  shows: { in: 'workload' },
  label: 'Run the cron tier',
  help: 'Kubernetes CronJobs that call the API’s cron endpoints, apart from the in-process schedulers.',
  ...documented(source.cronTier),
  default: true,
});

const on = (read: Read) => isSwitchedOn(read, enabled);

const concurrencyPolicy = choiceAnswer('cron.concurrencyPolicy', {
  shows: { in: 'concurrencyPolicy' },
  label: 'When a run is still going at its next time',
  help: 'The CronJobs’ concurrencyPolicy.',
  source: `${source.tierLayout}; path: Kubernetes CronJob`,
  default: 'Forbid',
  choices: [
    { value: 'Forbid', label: 'Forbid', summary: 'Skip the new run. As documented.' },
    { value: 'Allow', label: 'Allow', summary: 'Start it beside the old one.' },
    { value: 'Replace', label: 'Replace', summary: 'Drop the old one and start again.' },
  ],
});

const pod = podResources({
  requests: {
    cpu: ['cron.resources.requests.cpu', '100m'],
    memory: ['cron.resources.requests.memory', '64Mi'],
  },
});

const schedule = (key: string, label: string, help: string) =>
  switchAnswer(key, {
    shows: { in: 'cronJob', name: key.split('.')[2] ?? '' },
    label,
    help,
    ...documented(source.cronTier),
    default: true,
    writes: {
      path: key,
      // Written only when off: a chart without that job must not gain one.
      value: (runs) => (runs ? undefined : false),
    },
  });

const outboxReaper = schedule(
  'cron.schedules.outboxReaper.enabled',
  'Outbox reaper',
  'Every 2 minutes: frees outbox rows stuck in processing.',
);

const schedules = [
  schedule(
    'cron.schedules.cleanup.enabled',
    'Cleanup',
    'Daily at 04:30: suppressions, retention purge, new partitions.',
  ),
  schedule(
    'cron.schedules.engagementHealthRecompute.enabled',
    'Engagement health',
    'Daily at 03:15: recomputes from the interaction store.',
  ),
  schedule('cron.schedules.gitopsDriftCheck.enabled', 'GitOps drift check', 'Daily at 05:00.'),
  schedule('cron.schedules.approvalsExpire.enabled', 'Approvals expiry', 'Every 15 minutes.'),
  schedule('cron.schedules.flowSchedulerTick.enabled', 'Flow scheduler tick', 'Every minute.'),
  schedule('cron.schedules.scheduledRetrains.enabled', 'Scheduled retrains', 'Daily at 02:00.'),
  outboxReaper,
];

const policyLimit = (policy: 'Allow' | 'Replace', message: string) =>
  caution(`cron-${policy.toLowerCase()}`, {
    ...whileChosen(concurrencyPolicy, policy),
    message,
    shownBy: { by: 'choice' },
    source: source.tierLayout,
  });

export const cron: Option = {
  id: 'cron',
  step: 'tiers',
  order: 2,
  title: 'Cron',
  summary: 'Timed calls into the API, as CronJobs of their own.',
  parts: [enabled, concurrencyPolicy, ...pod.resources, ...schedules],
  enabled,
  workload: {
    scaler: 'CronJob',
    jobs: schedules,
    note: (read) =>
      on(read) ? `overlap: ${read(concurrencyPolicy) ?? 'left to the chart'}` : 'in-process only',
    requests: pod.requests,
  },
  // cron-tier: a CronJob is a timed call into the API.
  talksTo: [{ to: 'api', verb: 'calls' }],
  facts(read) {
    const all = schedules.length;
    const running = schedules.filter((schedule) => isSwitchedOn(read, schedule)).length;
    return [`${running === all ? all : `${running} of ${all}`} jobs (values-large says 6)`];
  },
  whileOff: 'in-process schedulers only',
  limits: [
    caution('cron-off', {
      ...whileChosen(enabled, false),
      message:
        'Only the in-process schedulers go on, and the external redundancy is lost. A saturated API can then miss its triggers. Keep the tier on unless another scheduler calls the cron endpoints.',
      source: source.cronTier,
    }),
    policyLimit(
      'Replace',
      'Replace stops a call that still runs when the next is due, and calls again; Forbid is documented. The work itself runs in the API and may go on, so runs of a slow job can overlap there.',
    ),
    policyLimit(
      'Allow',
      'Allow starts the next call beside a slow one; Forbid is documented. Runs of the same job overlap and pile up in the API that does the work.',
    ),
    caution('cron-reaper-off', {
      ...whileChosen(outboxReaper, false),
      message:
        'Nothing else that is documented resets outbox rows stuck in processing. Those events stay unpublished until someone resets the rows. Turn the reaper on, or reset them yourself.',
      shownBy: { by: 'choice' },
      source: `${source.cronTier}; ${source.outbox}`,
    }),
    limit('cron-count', {
      ...whileChosen(enabled, true),
      message: `The documentation speaks of 6 CronJobs on one page and lists 7 on another. The pages are values-large and cron-tier. This file names a job only where you turned it off; the rest follow the chart. Compare with kubectl -n ${NAMESPACE} get cronjobs after the install.`,
      shownBy: { by: 'jobs', tier: 'cron' },
      source: `${source.tierLayout}; ${source.cronTier}`,
    }),
  ],
  prerequisites: {
    'cron-secret': {
      text: ({ read }) =>
        `The Secret api-secrets with the key CRON_SECRET. ${on(read) ? 'The cron jobs and the in-process ticker authenticate' : 'The in-process ticker authenticates'} with it, and the cron endpoints refuse every call without it.`,
      verify: `kubectl -n ${NAMESPACE} get secret api-secrets -o go-template='{{range $key, $value := .data}}{{println $key}}{{end}}' | grep -x CRON_SECRET`,
      good: 'CRON_SECRET, a name and never a value.',
      origin: 'documented',
    },
  },
};
