import type { Answer, Read } from '@/lib/domain/answer';
import { choiceAnswer, switchAnswer, textAnswer } from '@/lib/domain/declare';
import { NAMESPACE } from '@/lib/domain/helm-command';
import { caution, type Limit, limit } from '@/lib/domain/limit';
import type { Prerequisites, Rule } from '@/lib/domain/option';
import { shellFlag } from '@/lib/domain/shell-quote';
import type { Placement } from '@/lib/domain/workload';
import { atLeast, inManifest } from '../commands';
import { zones } from '../plan/zones';
import { source } from '../sources';
import { labelList } from '../text-patterns';

/** The node label that the documentation expects on the nodes that are dedicated to the API. */
const NODE_LABEL = 'kaireon.ai/tier=api';

const apiNodeGroup = switchAnswer('plan.apiNodeGroup', {
  shows: { in: 'nodeSelector', label: 'kaireon.ai/tier' },
  label: 'Dedicated node group for the API',
  help: `Pins API pods to nodes labelled ${NODE_LABEL}. Without such nodes they stay Pending.`,
  source: `${source.tierLayout}; path: Kubernetes nodeSelector`,
  default: true,
  writes: {
    path: 'api.nodeSelector.kaireon\\.ai/tier',
    type: 'string',
    schema: { type: 'string' },
    value: (dedicated) => (dedicated ? 'api' : undefined),
  },
});

export const SPREAD_PATH = 'api.topologySpreadConstraints';
const ZONE = 'topology.kubernetes.io/zone';
const SCHEDULING = { strict: 'DoNotSchedule', soft: 'ScheduleAnyway', off: undefined } as const;

const zoneSpread = choiceAnswer('plan.apiZoneSpread', {
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
    { value: 'off', label: 'Off', summary: 'No constraint is written; the chart’s own stays.' },
  ],
  writes: {
    path: SPREAD_PATH,
    type: 'list',
    schema: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          maxSkew: { type: 'integer' },
          topologyKey: { type: 'string' },
          whenUnsatisfiable: { type: 'string', enum: ['DoNotSchedule', 'ScheduleAnyway'] },
        },
      },
    },
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

/** Whether a pod that no zone can take evenly waits. */
export const isStrict = (read: Read) => read(zoneSpread) === 'strict';

// The type breaks a circle: the spread writes these labels, which are asked only while there is a spread.
const podLabels: Answer<string> = textAnswer('plan.apiPodLabels', {
  ...labelList,
  label: 'Labels of the API’s pods',
  help: 'The spread counts the pods that carry all of these labels. Left blank, the constraint has no selector and counts no pods unless the chart adds one. kubectl describe pod prints them.',
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

/** What the picture says of where the API's pods stand. */
function facts(read: Read): string[] {
  const isDedicated = read(apiNodeGroup);
  const [spread, over] = [read(zoneSpread) ?? 'the chart’s own', read(zones) ?? 'your'];
  return [
    isDedicated === undefined
      ? 'nodes left to the chart'
      : isDedicated
        ? `own nodes: ${NODE_LABEL}`
        : 'nodes shared with other tiers',
    spread === 'off' ? 'not spread over zones' : `${spread} spread over ${over} zones`,
  ];
}

const rules: readonly Rule[] = [
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
];

const limits: readonly Limit[] = [
  caution('api-group-shared', {
    when: ({ read }) => read(apiNodeGroup) === false,
    keys: [],
    beside: apiNodeGroup.key,
    message: `API pods share their nodes with other tiers, while the documented layout gives them a group labelled ${NODE_LABEL}. Batch and ML pods can then take the CPU that the HPA counts on. Label a group of nodes and turn the dedicated group on, or set pod priorities yourself.`,
    source: source.tierLayout,
  }),
  limit('api-group-taints', {
    when: ({ read }) => read(apiNodeGroup) === true,
    keys: ['api.nodeSelector'],
    message: `No toleration is written, so API pods stay Pending on tainted nodes. Where the chart takes tolerations is not documented. On untainted nodes other pods may run too, and the group is not dedicated. Look at the taints of the nodes labelled ${NODE_LABEL}, and set the toleration in a values file of your own.`,
    source: 'Kubernetes: Taints and Tolerations',
  }),
  caution('zone-spread-selector', {
    when: ({ read, isInvalid }) =>
      isSpread(read) && read(podLabels) === undefined && !isInvalid(podLabels),
    keys: [SPREAD_PATH],
    message: ({ read }) =>
      `Without labels this zone spread counts no pods, and its list takes the place of the chart’s own. A ${read(zoneSpread)} spread without a labelSelector does nothing by itself, and the chart’s list may work. Give in ${podLabels.key} labels that all of the API’s pods have, or choose off, which writes no list.`,
    shownBy: { by: 'spread', tier: 'api', topologyKey: ZONE },
    whenShown: ({ read }) => isSpread(read),
    remedy: podLabels.key,
    source: 'Kubernetes: Pod Topology Spread Constraints',
  }),
  limit('zone-strict-pending', {
    when: ({ read }) => isStrict(read),
    keys: [SPREAD_PATH],
    message({ read }) {
      const count = read(zones);
      const each = count === undefined ? 'every zone' : `each of your ${count} zones`;
      const advice =
        count === 1
          ? 'With one zone strict spread is always even; keep room in each zone before you add another.'
          : `Under strict spread (DoNotSchedule, maxSkew 1) the zone whose turn it is may be full while another has room. Keep room for API pods in ${each}, or choose soft spread.`;
      return `An API pod that no zone can take evenly stays Pending. ${advice}`;
    },
    source: 'Kubernetes: Pod Topology Spread Constraints',
  }),
];

const prerequisites: Prerequisites = {
  'api-node-group': {
    when: ({ read }) => read(apiNodeGroup) === true,
    text: `Nodes labelled ${NODE_LABEL}, enough for the API’s largest number of pods. The overlay pins the API to them; without one every API pod stays Pending.`,
    verify: `kubectl get nodes -l ${NODE_LABEL} -o name | ${atLeast(1)}`,
    good: 'The nodes of the group, and how many there are.',
    origin: 'documented',
  },
  'api-group-taints': {
    when: ({ read }) => read(apiNodeGroup) === true,
    text: 'No taint on those nodes that the API’s pods do not tolerate. A taint keeps other pods away, which is what makes the group dedicated, and keeps the API away too until its pods tolerate it.',
    verify: `kubectl get nodes -l ${NODE_LABEL} -o custom-columns='NAME:.metadata.name,TAINTS:.spec.taints,LABELS:.metadata.labels'`,
    good: 'On every node the same taints, each of which the rendered API pods tolerate; <none> means that other pods may run there too.',
    judgedBy: 'person',
    limit: 'api-group-taints',
  },
  'api-zones': {
    when: ({ read }) => isSpread(read),
    text: ({ read }) =>
      `${read(apiNodeGroup) ? 'Nodes of that group' : 'Nodes'} in ${read(zones) ?? 'all of your'} zones, each with the label ${ZONE}, which the spread counts by. Only zones with a node that an API pod may run on count; a group that is scaled to zero in a zone is not seen there.`,
    verify: ({ read }) =>
      `kubectl get nodes${read(apiNodeGroup) ? ` -l ${NODE_LABEL}` : ''} -o jsonpath='{range .items[*]}{.metadata.labels.topology\\.kubernetes\\.io/zone}{"\\n"}{end}' | sort -u | ${atLeast(read(zones) ?? 1)}`,
    good: ({ read }) => `${read(zones) ?? 'All of your'} zones, a line each, and their number.`,
    limit: 'zone-strict-pending',
  },
  'api-spread-selector': {
    when: ({ read }) => isSpread(read) && read(podLabels) === undefined,
    text: 'A labelSelector in the API’s spread constraint, added by the chart or by you. Without one the constraint counts no pods and does nothing.',
    verify: inManifest('topologySpreadConstraints', 8),
    good: 'A labelSelector with the labels of the API’s pods below the constraint.',
    judgedBy: 'person',
    limit: 'zone-spread-selector',
  },
  'api-pod-labels': {
    when: ({ read }) => read(podLabels) !== undefined,
    text: ({ read }) =>
      `API pods that carry ${read(podLabels)}, because the spread counts only those. It can be seen once the API runs.`,
    verify: ({ read }) =>
      `kubectl -n ${NAMESPACE} get pods ${shellFlag('-l', read(podLabels), 'API_POD_LABELS')}`,
    good: 'Every pod of the API and no other.',
    judgedBy: 'person',
  },
};

const workload: Placement = {
  dedicatedNodes: { isOn: apiNodeGroup, label: NODE_LABEL },
  evenZones: (read) => (isStrict(read) ? (read(zones) ?? 1) : undefined),
};

/** Where the API's pods may stand: this part of the API's option. */
export const placement = {
  parts: [apiNodeGroup, zoneSpread, podLabels],
  facts,
  rules,
  limits,
  prerequisites,
  workload,
};
