import { at, isMapping, isScalar, ownOf } from '@/lib/domain/mapping';
import { formatPath } from '@/lib/domain/path';
import { fingerprint } from './fingerprint';
import type {
  Container,
  EnvEntry,
  Found,
  Manifest,
  ScalerFields,
  Selector,
  SpreadConstraint,
  WorkloadFields,
} from './manifest';
import { probeValuesIn } from './probe-values';
import { listAt, textAt, textsAt } from './untyped';

const TEMPLATE = ['spec', 'template'];

/** Where a kind of workload has its pod template. */
const POD_TEMPLATE: Readonly<Record<string, readonly string[]>> = {
  Deployment: TEMPLATE,
  StatefulSet: TEMPLATE,
  DaemonSet: TEMPLATE,
  Rollout: TEMPLATE,
  CronJob: ['spec', 'jobTemplate', ...TEMPLATE],
};

/** How many nodes of one object are looked at: aliases can make a small one endless. */
const MOST_NODES = 20_000;
const MOST_DEPTH = 64;

/** What the cluster or kubectl adds; it repeats or reports and configures nothing. */
const NOT_CONFIGURED = new Set([
  'status',
  'metadata.managedFields',
  'metadata.annotations.kubectl.kubernetes.io/last-applied-configuration',
]);

/**
 * Keeps of an object what something asks for, and lets the rest go.
 * @param names environment variables whose values may be kept
 */
export function keepFields(object: unknown, names: ReadonlySet<string>): Manifest | undefined {
  const kind = textAt(object, 'kind');
  const name = textAt(object, 'metadata', 'name');
  if (kind === '' || name === '') return undefined;
  const template = ownOf(POD_TEMPLATE, kind);
  const isConfigMap = kind === 'ConfigMap';
  const isScaler = kind === 'HorizontalPodAutoscaler' || kind === 'ScaledObject';
  const isBudget = kind === 'PodDisruptionBudget';
  const spec = at(object, 'spec');
  return {
    kind,
    name,
    namespace: textAt(object, 'metadata', 'namespace'),
    labels: textsAt(object, 'metadata', 'labels'),
    isLive: isMapping(at(object, 'status')) || at(object, 'metadata', 'uid') !== undefined,
    ...scan(object, !!template || isConfigMap || isScaler || isBudget),
    workload: template && workloadFields(object, template, names),
    scaler: isScaler ? scalerFields(spec, kind) : undefined,
    budget: isBudget
      ? {
          selector: selectorOf(at(spec, 'selector')),
          minAvailable: found(spec, 'spec', 'minAvailable'),
          maxUnavailable: found(spec, 'spec', 'maxUnavailable'),
        }
      : undefined,
    entries: isConfigMap ? asked(at(object, 'data'), 'data', names) : undefined,
  };
}

function scan(object: unknown, isPrinted: boolean): Pick<Manifest, 'probes' | 'prints'> {
  const probes: { field: string; text: string }[] = [];
  const prints = new Map<string, number>();
  let left = MOST_NODES;
  const walk = (value: unknown, field: string, depth: number): void => {
    left -= 1;
    if (left < 0 || depth > MOST_DEPTH || NOT_CONFIGURED.has(field)) return;
    if (isScalar(value)) {
      const text = String(value);
      for (const probe of probeValuesIn(text)) probes.push({ field, text: probe });
      if (isPrinted) prints.set(field, fingerprint(text));
    } else if (Array.isArray(value)) {
      value.forEach((item, index) => {
        walk(item, `${field}[${index}]`, depth + 1);
      });
    } else if (isMapping(value)) {
      for (const [key, item] of Object.entries(value)) {
        walk(item, field === '' ? key : `${field}.${key}`, depth + 1);
      }
    }
  };
  walk(object, '', 0);
  return { probes, prints };
}

/** The scalar at some keys, with the field that it stands in. */
function found(value: unknown, field: string, ...keys: string[]): Found | undefined {
  const scalar = at(value, ...keys);
  return isScalar(scalar) ? { field: [field, ...keys].join('.'), value: scalar } : undefined;
}

/** A mapping's scalars, or only those of some names. */
function asked(
  value: unknown,
  field: string,
  names?: ReadonlySet<string>,
): Readonly<Record<string, Found>> {
  const entries = isMapping(value) ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.flatMap(([key, item]) =>
      isScalar(item) && (names?.has(key) ?? true)
        ? [[key, { field: `${field}.${key}`, value: item }]]
        : [],
    ),
  );
}

function workloadFields(
  object: unknown,
  template: readonly string[],
  names: ReadonlySet<string>,
): WorkloadFields {
  const spec = at(object, 'spec');
  const pod = at(object, ...template);
  const field = [...template, 'spec'].join('.');
  return {
    podLabels: textsAt(pod, 'metadata', 'labels'),
    replicas: found(spec, 'spec', 'replicas'),
    containers: listAt(pod, 'spec', 'containers').map((one, index) =>
      containerFields(one, `${field}.containers[${index}]`, names),
    ),
    nodeSelector: asked(at(pod, 'spec', 'nodeSelector'), `${field}.nodeSelector`),
    spread: listAt(pod, 'spec', 'topologySpreadConstraints').map((one, index) =>
      spreadFields(one, `${field}.topologySpreadConstraints[${index}]`),
    ),
    concurrencyPolicy: found(spec, 'spec', 'concurrencyPolicy'),
    suspend: found(spec, 'spec', 'suspend'),
  };
}

function containerFields(value: unknown, field: string, names: ReadonlySet<string>): Container {
  const variables = listAt(value, 'env');
  const prints = new Map<string, number>();
  const duplicates = new Set<string>();
  for (const variable of variables) {
    const name = textAt(variable, 'name');
    const print = fingerprint(JSON.stringify(variable) ?? '');
    if ((prints.get(name) ?? print) !== print) duplicates.add(name);
    prints.set(name, print);
  }
  return {
    name: textAt(value, 'name'),
    requests: asked(at(value, 'resources', 'requests'), `${field}.resources.requests`),
    limits: asked(at(value, 'resources', 'limits'), `${field}.resources.limits`),
    env: variables.flatMap((variable, index) =>
      envEntry(variable, `${field}.env[${index}]`, names),
    ),
    envFrom: listAt(value, 'envFrom')
      .map((one) => textAt(one, 'configMapRef', 'name'))
      .filter(Boolean),
    duplicates: [...duplicates],
  };
}

function envEntry(variable: unknown, field: string, names: ReadonlySet<string>): EnvEntry[] {
  const name = textAt(variable, 'name');
  const from = at(variable, 'valueFrom', 'configMapKeyRef');
  if (!names.has(name) && !isMapping(from)) return [];
  return [
    {
      name,
      found: names.has(name) ? found(variable, field, 'value') : undefined,
      from: isMapping(from)
        ? { configMap: textAt(from, 'name'), key: textAt(from, 'key') }
        : undefined,
    },
  ];
}

function spreadFields(value: unknown, field: string): SpreadConstraint {
  const selector = selectorOf(at(value, 'labelSelector'));
  const path = ['labelSelector', 'matchLabels'];
  const labels = Object.keys(selector?.matchLabels ?? {}).flatMap((label) => {
    const one = found(value, field, ...path, label);
    return one ? [[formatPath([...path, label]), one] as const] : [];
  });
  return { fields: { ...asked(value, field), ...Object.fromEntries(labels) }, selector };
}

/** A selector: an empty one selects everything, a missing one nothing. */
function selectorOf(value: unknown): Selector | undefined {
  if (!isMapping(value)) return undefined;
  return {
    matchLabels: textsAt(value, 'matchLabels'),
    expressions: listAt(value, 'matchExpressions').map((one) => ({
      key: textAt(one, 'key'),
      operator: textAt(one, 'operator'),
      values: listAt(one, 'values').map(String),
    })),
  };
}

function scalerFields(spec: unknown, kind: string): ScalerFields {
  const isHpa = kind === 'HorizontalPodAutoscaler';
  const cpuTarget = isHpa ? cpuTargetOf(spec) : undefined;
  return {
    target: {
      kind: textAt(spec, 'scaleTargetRef', 'kind') || 'Deployment', // what KEDA takes where nothing is said
      name: textAt(spec, 'scaleTargetRef', 'name'),
    },
    min: found(spec, 'spec', isHpa ? 'minReplicas' : 'minReplicaCount'),
    max: found(spec, 'spec', isHpa ? 'maxReplicas' : 'maxReplicaCount'),
    cpuTarget,
    isOnCpuShare: !!cpuTarget && !cpuTarget.field.endsWith('averageValue'),
    pollingInterval: found(spec, 'spec', 'pollingInterval'),
    cooldownPeriod: found(spec, 'spec', 'cooldownPeriod'),
    triggers: listAt(spec, 'triggers').map((trigger, index) => ({
      type: textAt(trigger, 'type'),
      listLength: found(trigger, `spec.triggers[${index}]`, 'metadata', 'listLength'),
    })),
  };
}

/** The CPU target as autoscaling/v2, v2beta1 or v1 spell it. */
function cpuTargetOf(spec: unknown): Found | undefined {
  const v1 = found(spec, 'spec', 'targetCPUUtilizationPercentage');
  if (v1) return v1;
  for (const [index, metric] of listAt(spec, 'metrics').entries()) {
    for (const kind of ['resource', 'containerResource']) {
      const resource = at(metric, kind);
      if (at(resource, 'name') !== 'cpu') continue;
      const field = `spec.metrics[${index}].${kind}`;
      const target =
        found(resource, field, 'target', 'averageUtilization') ??
        found(resource, field, 'targetAverageUtilization') ??
        found(resource, field, 'target', 'averageValue');
      if (target) return target;
    }
  }
  return undefined;
}
