import { isMapping, isScalar, ownOf } from '@/lib/domain/mapping';
import { formatPath } from '@/lib/domain/path';
import { fingerprint } from './fingerprint';
import type {
  BudgetFields,
  Container,
  EnvEntry,
  Found,
  Manifest,
  ScalerFields,
  Selector,
  SpreadConstraint,
  WorkloadFields,
} from './manifest';
import { at, listOf, type Mapping, own, textOf, textsOf } from './mapping';
import { probeValuesIn } from './probe-values';

/** Where a kind of workload has its pod template. */
const POD_TEMPLATE: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  Rollout: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

/** Nodes of one object that are looked at: aliases can make a small one endless. */
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
export function keepFields(object: Mapping, names: ReadonlySet<string>): Manifest | undefined {
  const kind = textOf(object.kind);
  const metadata = own(object, 'metadata');
  const name = textOf(own(metadata, 'name'));
  if (kind === '' || name === '' || kind === 'Secret') return undefined;
  const namespace = textOf(own(metadata, 'namespace'));
  const template = ownOf(POD_TEMPLATE, kind);
  const isConfigMap = kind === 'ConfigMap';
  const isScaler = kind === 'HorizontalPodAutoscaler' || kind === 'ScaledObject';
  const isBudget = kind === 'PodDisruptionBudget';
  const { probes, prints } = scan(object, !!template || isConfigMap || isScaler || isBudget);
  return {
    kind,
    name,
    ...(namespace !== '' && { namespace }),
    labels: textsOf(own(metadata, 'labels')),
    isLive: isMapping(object.status) || own(metadata, 'uid') !== undefined,
    probes,
    prints,
    ...(template && { workload: workloadFields(object, template, names) }),
    ...(isScaler && { scaler: scalerFields(object) }),
    ...(isBudget && { budget: budgetFields(object) }),
    ...(isConfigMap && { entries: asked(own(object, 'data'), 'data', names) }),
  };
}

function scan(object: Mapping, isPrinted: boolean): Pick<Manifest, 'probes' | 'prints'> {
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
  object: Mapping,
  template: readonly string[],
  names: ReadonlySet<string>,
): WorkloadFields {
  const pod = at(object, ...template);
  const spec = own(pod, 'spec');
  const field = [...template, 'spec'].join('.');
  const replicas = found(object.spec, 'spec', 'replicas');
  const policy = found(object.spec, 'spec', 'concurrencyPolicy');
  const suspend = found(object.spec, 'spec', 'suspend');
  return {
    podLabels: textsOf(at(pod, 'metadata', 'labels')),
    containers: listOf(own(spec, 'containers')).map((one, index) =>
      containerFields(one, `${field}.containers[${index}]`, names),
    ),
    nodeSelector: asked(own(spec, 'nodeSelector'), `${field}.nodeSelector`),
    spread: listOf(own(spec, 'topologySpreadConstraints')).map((one, index) =>
      spreadFields(one, `${field}.topologySpreadConstraints[${index}]`),
    ),
    ...(replicas && { replicas }),
    ...(policy && { concurrencyPolicy: policy }),
    ...(suspend && { suspend }),
  };
}

function containerFields(value: unknown, field: string, names: ReadonlySet<string>): Container {
  const variables = listOf(own(value, 'env'));
  const prints = new Map<string, number>();
  const duplicates = new Set<string>();
  for (const variable of variables) {
    const name = textOf(own(variable, 'name'));
    const print = fingerprint(JSON.stringify(variable) ?? '');
    if ((prints.get(name) ?? print) !== print) duplicates.add(name);
    prints.set(name, print);
  }
  return {
    name: textOf(own(value, 'name')),
    field,
    requests: asked(at(value, 'resources', 'requests'), `${field}.resources.requests`),
    limits: asked(at(value, 'resources', 'limits'), `${field}.resources.limits`),
    env: variables.flatMap((variable, index) =>
      envEntry(variable, `${field}.env[${index}]`, names),
    ),
    envFrom: listOf(own(value, 'envFrom')).flatMap((one): Container['envFrom'] => {
      const map = textOf(at(one, 'configMapRef', 'name'));
      const secret = textOf(at(one, 'secretRef', 'name'));
      if (map !== '') return [{ kind: 'ConfigMap', name: map }];
      return secret === '' ? [] : [{ kind: 'Secret', name: secret }];
    }),
    duplicates: [...duplicates],
  };
}

function envEntry(variable: unknown, field: string, names: ReadonlySet<string>): EnvEntry[] {
  const name = textOf(own(variable, 'name'));
  const source = own(variable, 'valueFrom');
  const map = own(source, 'configMapKeyRef');
  const secret = own(source, 'secretKeyRef');
  const from = isMapping(map)
    ? { kind: 'ConfigMap' as const, name: textOf(map.name), key: textOf(map.key) }
    : isMapping(secret)
      ? { kind: 'Secret' as const, name: textOf(secret.name), key: textOf(secret.key) }
      : isMapping(source)
        ? { kind: 'other' as const, name: '', key: '' }
        : undefined;
  if (!names.has(name) && from?.kind !== 'ConfigMap') return [];
  const value = names.has(name) ? found(variable, field, 'value') : undefined;
  return [{ name, ...(value && { found: value }), ...(from && { from }) }];
}

function spreadFields(value: unknown, field: string): SpreadConstraint {
  const selector = selectorOf(own(value, 'labelSelector'));
  const at = ['labelSelector', 'matchLabels'];
  const labels = Object.keys(selector?.matchLabels ?? {}).flatMap((label) => {
    const one = found(value, field, ...at, label);
    return one ? [[formatPath([...at, label]), one] as const] : [];
  });
  const fields = { ...asked(value, field), ...Object.fromEntries(labels) };
  return { fields, ...(selector && { selector }) };
}

/** A selector; one that is empty selects everything, one that is not there nothing. */
function selectorOf(value: unknown): Selector | undefined {
  if (!isMapping(value)) return undefined;
  return {
    matchLabels: textsOf(value.matchLabels),
    expressions: listOf(value.matchExpressions).map((one) => ({
      key: textOf(own(one, 'key')),
      operator: textOf(own(one, 'operator')),
      values: listOf(own(one, 'values')).map(String),
    })),
  };
}

function scalerFields(object: Mapping): ScalerFields {
  const { spec, kind } = object;
  const isHpa = kind === 'HorizontalPodAutoscaler';
  const target = own(spec, 'scaleTargetRef');
  const min = found(spec, 'spec', isHpa ? 'minReplicas' : 'minReplicaCount');
  const max = found(spec, 'spec', isHpa ? 'maxReplicas' : 'maxReplicaCount');
  const cpuTarget = isHpa ? cpuTargetOf(spec) : undefined;
  const pollingInterval = found(spec, 'spec', 'pollingInterval');
  const cooldownPeriod = found(spec, 'spec', 'cooldownPeriod');
  return {
    target: {
      kind: textOf(own(target, 'kind')) || 'Deployment', // what KEDA takes where nothing is said
      name: textOf(own(target, 'name')),
    },
    isOnCpuShare: cpuTarget !== undefined && !cpuTarget.field.endsWith('averageValue'),
    triggers: listOf(own(spec, 'triggers')).map((trigger, index) => {
      const listLength = found(trigger, `spec.triggers[${index}]`, 'metadata', 'listLength');
      return { type: textOf(own(trigger, 'type')), ...(listLength && { listLength }) };
    }),
    ...(min && { min }),
    ...(max && { max }),
    ...(cpuTarget && { cpuTarget }),
    ...(pollingInterval && { pollingInterval }),
    ...(cooldownPeriod && { cooldownPeriod }),
  };
}

/** The CPU target as autoscaling/v2, v2beta1 or v1 spell it. */
function cpuTargetOf(spec: unknown): Found | undefined {
  const v1 = found(spec, 'spec', 'targetCPUUtilizationPercentage');
  if (v1) return v1;
  for (const [index, metric] of listOf(own(spec, 'metrics')).entries()) {
    for (const kind of ['resource', 'containerResource']) {
      const resource = own(metric, kind);
      if (own(resource, 'name') !== 'cpu') continue;
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

function budgetFields({ spec }: Mapping): BudgetFields {
  const selector = selectorOf(own(spec, 'selector'));
  const minAvailable = found(spec, 'spec', 'minAvailable');
  const maxUnavailable = found(spec, 'spec', 'maxUnavailable');
  return {
    ...(selector && { selector }),
    ...(minAvailable && { minAvailable }),
    ...(maxUnavailable && { maxUnavailable }),
  };
}
