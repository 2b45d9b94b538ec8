import type { Answer, Read } from '@/lib/domain/answer';
import { choiceAnswer, switchAnswer, textAnswer, wholeNumber } from '@/lib/domain/declare';
import { NAMESPACE } from '@/lib/domain/helm-command';
import type { Option } from '@/lib/domain/option';
import { plural } from '@/lib/domain/plural';
import { shellFlag } from '@/lib/domain/shell-quote';
import { zones } from '../cluster/zones';
import { inManifest } from '../commands';
import { source } from '../sources';
import { podLabels as labelList } from '../text-patterns';
import { autoscaling } from './autoscaling';
import { podResources } from './resources';

/** The node label that the documentation expects on the nodes that are dedicated to the API. */
const NODE_LABEL = 'kaireon.ai/tier=api';

const replicas = autoscaling({
  path: 'api.autoscaling',
  min: 6,
  max: 50,
  convention: source.helmConvention,
});

export const maxApiReplicas = replicas.pods.max;

export const targetCpu = wholeNumber({
  key: 'api.autoscaling.targetCPUUtilizationPercentage',
  shows: { in: 'scaler', field: 'cpuTarget' },
  label: 'Target CPU utilisation',
  help: 'The HPA adds pods above this share of the CPU request. 70 is the base chart’s figure; the large one is not published, and the incident runbook advises 60.',
  unit: '% of the request',
  source: `${source.scaling}; path: ${source.helmConvention}`,
  default: 70,
  min: 10,
  max: 95,
});

const pod = podResources({
  tier: 'api',
  requests: { cpu: '2', memory: '4Gi' },
  limits: { cpu: '4', memory: '8Gi' },
});

const apiNodeGroup = switchAnswer({
  key: 'plan.apiNodeGroup',
  shows: { in: 'nodeSelector', label: 'kaireon.ai/tier' },
  label: 'Dedicated node group for the API',
  help: `Pins API pods to nodes labelled ${NODE_LABEL}. Without such nodes they stay Pending.`,
  source: `${source.tierLayout}; path: Kubernetes nodeSelector`,
  default: true,
  writes: {
    path: 'api.nodeSelector.kaireon\\.ai/tier',
    value: (dedicated) => (dedicated ? 'api' : undefined),
  },
});

const SPREAD_PATH = 'api.topologySpreadConstraints';
const ZONE = 'topology.kubernetes.io/zone';
const SCHEDULING = { strict: 'DoNotSchedule', soft: 'ScheduleAnyway', off: undefined } as const;

const zoneSpread = choiceAnswer({
  key: 'plan.apiZoneSpread',
  shows: { in: 'spread' },
  label: 'Spread of API pods over zones',
  help: 'How hard Kubernetes tries to keep the same number of API pods in every zone.',
  source: `${source.tierLayout}; path: Kubernetes topologySpreadConstraints`,
  default: 'strict',
  choices: [
    {
      value: 'strict',
      label: 'Strict',
      summary: 'DoNotSchedule: rather no pod than an uneven one. As documented.',
    },
    {
      value: 'soft',
      label: 'Soft',
      summary: 'ScheduleAnyway: even where it can be, uneven where it must be.',
    },
    { value: 'off', label: 'Off', summary: 'No constraint is written.' },
  ],
  writes: {
    path: SPREAD_PATH,
    value: (chosen, read) => {
      const whenUnsatisfiable = SCHEDULING[chosen];
      if (!whenUnsatisfiable) return undefined;
      const labels = read?.(podLabels);
      const selector = labels && {
        labelSelector: { matchLabels: Object.fromEntries(pairsOf(labels)) },
      };
      return [{ maxSkew: 1, topologyKey: ZONE, whenUnsatisfiable, ...selector }];
    },
  },
});

/** Whether a constraint is written. */
const isSpread = (read: Read) => ['strict', 'soft'].includes(read(zoneSpread) ?? 'off');

// The type breaks a circle: the spread writes these labels, which are asked only while there is a spread.
const podLabels: Answer<string> = textAnswer({
  ...labelList,
  key: 'plan.apiPodLabels',
  label: 'Labels of the API’s pods',
  help: 'The spread counts the pods that carry all of these labels. Left blank, the constraint has no selector and counts no pods unless the chart adds one. kubectl get pods --show-labels prints them.',
  source: `${source.plan}; path: Kubernetes topologySpreadConstraints`,
  example: 'app.kubernetes.io/name=kaireon,app.kubernetes.io/component=api',
  when: isSpread,
  fromRender: 'pod labels',
});

/** The labels of a list, each as its key and value. */
const pairsOf = (labels: string) =>
  labels.split(',').map((label) => {
    const [key = '', value = ''] = label.split('=');
    return [key, value] as const;
  });

export const api: Option = {
  id: 'api',
  step: 'tiers',
  order: 1,
  title: 'API',
  summary: 'Serves recommendations, responses and the UI; scaled by an HPA on CPU.',
  parts: [...replicas.parts, targetCpu, ...pod.parts, apiNodeGroup, zoneSpread, podLabels],
  rules: [
    replicas.rule,
    ...pod.rules,
    {
      key: podLabels.key,
      with: [],
      broken(read) {
        const keys = pairsOf(read(podLabels) ?? '').map(([key]) => key);
        const duplicate = keys.find((key, index) => keys.indexOf(key) !== index);
        return duplicate === undefined
          ? undefined
          : `The label ${duplicate} stands here twice, and a pod has each label once. Enter it once.`;
      },
    },
  ],
  workload: {
    scaler: 'HPA',
    note: (read) =>
      `${read(targetCpu) ?? '?'} % CPU${read(apiNodeGroup) ? ', own node group' : ''}`,
    pods: replicas.pods,
    ...pod.workload,
    placement: {
      dedicatedNodes: { isOn: apiNodeGroup, label: NODE_LABEL },
      evenZones: (read) => (read(zoneSpread) === 'strict' ? (read(zones) ?? 1) : undefined),
    },
  },
  talksTo: [
    // environment variables reference: DATABASE_URL is required everywhere.
    { to: 'postgres', label: 'reads, writes', verb: 'reads from and writes to' },
    // scaling architecture: cache, rate limits, circuit breakers and the BullMQ queues.
    { to: 'redis', label: 'cache, jobs', verb: 'keeps its cache and queues in' },
    { to: 'opensearch', label: 'search', verb: 'searches in' },
    // infrastructure: every recommend and respond touches it.
    { to: 'interactionStore', label: 'history', verb: 'keeps interaction history in' },
    // kubernetes deployment guide: the chart gives the API the ML worker's address.
    { to: 'mlWorker', label: '', verb: 'calls' },
  ],
  facts: (read) => [
    read(apiNodeGroup) ? `own nodes: ${NODE_LABEL}` : 'nodes shared with other tiers',
    read(zoneSpread) === 'off'
      ? 'not spread over zones'
      : `${read(zoneSpread) ?? 'unknown'} spread over ${read(zones) ?? 'your'} zones`,
  ],
  limits: [
    {
      id: 'api-below-zones',
      severity: 'caution',
      when: ({ read }) => (read(replicas.pods.min) ?? Infinity) < (read(zones) ?? 0),
      keys: [replicas.pods.min.key],
      message: ({ read }) =>
        `At its floor the API has ${plural(read(replicas.pods.min) ?? 0, 'pod')} for ${read(zones)} zones, so at least one zone has no API pod and depends on the others. Raise the smallest number of pods to ${read(zones)} or more.`,
      short: ({ read }) =>
        `${plural(read(replicas.pods.min) ?? 0, 'pod')} for ${read(zones)} zones: at the floor some zone has no API pod.`,
      source: 'arithmetic on your numbers',
    },
    {
      id: 'api-group-shared',
      severity: 'caution',
      when: ({ read }) => read(apiNodeGroup) === false,
      keys: [],
      beside: apiNodeGroup.key,
      message: `API pods will share nodes with whatever else runs there, while the documented layout gives them a node group of their own, labelled ${NODE_LABEL}. Batch and ML pods can then take the CPU that the HPA counts on. Label a group of nodes and turn the dedicated group on, or set pod priorities yourself.`,
      short: `The documented layout expects a dedicated ${NODE_LABEL} node group.`,
      source: source.tierLayout,
    },
    {
      id: 'zone-strict-pending',
      severity: 'limit',
      when: ({ read }) => read(zoneSpread) === 'strict',
      keys: [SPREAD_PATH],
      message: ({ read }) =>
        `With strict spread (DoNotSchedule, maxSkew 1) an API pod that no zone can take evenly stays Pending${roomFor(read(zones))}`,
      short: 'A pod that no zone can take evenly stays Pending.',
      source: 'Kubernetes: Pod Topology Spread Constraints',
    },
    {
      id: 'zone-spread-selector',
      severity: 'limit',
      when: ({ read, isInvalid }) =>
        isSpread(read) && read(podLabels) === undefined && !isInvalid(podLabels),
      keys: [SPREAD_PATH],
      message: ({ read }) =>
        `A spread constraint without a labelSelector counts no pods, so the ${read(zoneSpread)} spread would have no effect. This list replaces the chart’s own, selector included. ${read(podLabels) === undefined ? `Check in the rendered manifest that the API’s constraint has one, or give the API pods’ labels in ${podLabels.key}.` : `Give in ${podLabels.key} labels that all of the API’s pods have, and check that the chart renders this list.`}`,
      shownBy: { by: 'spread', tier: 'api', topologyKey: ZONE },
      whenShown: ({ read }) => isSpread(read),
      remedy: podLabels.key,
      short: 'Without a labelSelector this counts no pods, and this list replaces the chart’s own.',
      source: 'Kubernetes: Pod Topology Spread Constraints',
    },
  ],
  prerequisites: [
    {
      id: 'api-node-group',
      when: ({ read }) => read(apiNodeGroup) === true,
      text: `Nodes labelled ${NODE_LABEL}, enough for the API’s largest number of pods. The overlay pins the API to them; without one every API pod stays Pending.`,
      verify: `kubectl get nodes -l ${NODE_LABEL} -L ${ZONE}`,
      origin: 'documented',
    },
    {
      id: 'api-zones',
      when: ({ read }) => isSpread(read),
      text: ({ read }) =>
        `Nodes in ${read(zones) ?? 'your'} zones, each with the label ${ZONE}, which the spread counts by.`,
      verify: `kubectl get nodes -L ${ZONE}`,
      limit: 'zone-strict-pending',
      origin: 'general',
    },
    {
      id: 'api-spread-selector',
      when: ({ read }) => isSpread(read) && read(podLabels) === undefined,
      text: 'A labelSelector in the API’s spread constraint, added by the chart or by you. Without one the constraint counts no pods and does nothing.',
      verify: inManifest('topologySpreadConstraints', 8),
      limit: 'zone-spread-selector',
      origin: 'general',
    },
    {
      id: 'api-pod-labels',
      when: ({ read }) => read(podLabels) !== undefined,
      text: ({ read }) =>
        `API pods that carry ${read(podLabels)}: the spread counts only those. Once the API runs, the command must list its pods and no others.`,
      verify: ({ read }) =>
        `kubectl -n ${NAMESPACE} get pods ${shellFlag('-l', read(podLabels), 'API_POD_LABELS')}`,
      origin: 'general',
    },
    {
      id: 'metrics-server',
      text: 'metrics-server, from which the HPA reads CPU. Without it the API stays at its smallest number of pods.',
      verify: 'kubectl get apiservice v1beta1.metrics.k8s.io',
      origin: 'general',
    },
  ],
};

/** What to do about a strict spread. A single zone is always even: there it only matters once another is added. */
function roomFor(count: number | undefined): string {
  if (count === 1)
    return '. With one zone the spread is always even; keep room in each zone before you add another.';
  const each = count === undefined ? 'every zone' : `each of your ${count} zones`;
  return `: the zone whose turn it is may be full while another has room. Keep room for API pods in ${each}, or choose soft spread.`;
}
