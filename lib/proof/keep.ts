import { at, isMapping, isScalar, ownOf } from '@/lib/domain/mapping';
import { type Manifest, podTemplateOf, textsOf } from './manifest';
import { probeValuesIn } from './probe';

type Mapping = { readonly [key: string]: unknown };

/** How deep an object is read: JSON may be nested without end. */
const MOST_DEPTH = 64;

/** What the cluster or kubectl adds; it repeats or reports and configures nothing. */
const NOT_CONFIGURED = new Set([
  'status',
  'metadata.managedFields',
  'metadata.annotations.kubectl.kubernetes.io/last-applied-configuration',
  'metadata.annotations.deployment.kubernetes.io/revision',
]);

const SCALER =
  /^(?:metadata\.labels\.scaledobject\.|spec\.(?:scaleTargetRef\.|(?:min|max)Replica|targetCPU|(?:pollingInterval|cooldownPeriod)$|metrics\[|triggers\[\d+\]\.(?:type|metadata\.listLength)$))/;

/** What is kept of each kind, by its field. A pod template's fields start with `pod.`, wherever it stands. */
const KEPT: Readonly<Record<string, RegExp>> = {
  workload:
    /^(?:metadata\.labels\.|spec\.(?:replicas|concurrencyPolicy|suspend)$|pod\.metadata\.labels\.|pod\.spec\.(?:nodeSelector\.|topologySpreadConstraints\[|resources\.|(?:initC|c)ontainers\[\d+\]\.(?:(?:name|restartPolicy)$|resources\.|envFrom\[\d+\]\.(?:configMapRef|secretRef)\.name$)))/,
  HorizontalPodAutoscaler: SCALER,
  ScaledObject: SCALER,
  PodDisruptionBudget: /^spec\./,
};

const VARIABLE = /^pod\.spec\.containers\[\d+\]\.env\[\d+\]$/;

/** Entries of a Secret that are credentials by their name: random, as a rule, and never what an answer decides. */
const CREDENTIAL =
  /pass|pwd|token|secret|key|salt|cookie|cert|crt|pem|jwt|credential|auth|license|keystore/i;
const CREDENTIAL_TYPE = /tls|docker|helm\.sh|service-account|ssh|basic-auth|bootstrap/;

/**
 * Keeps of an object what something asks for, and lets the rest go; `undefined` where it is no object of Kubernetes.
 * @param names environment variables whose values may be kept
 */
export function keep(object: Mapping, names: ReadonlySet<string>): Manifest | undefined {
  const [kind, name] = [at(object, 'kind'), at(object, 'metadata', 'name')];
  if (typeof kind !== 'string' || typeof name !== 'string' || !kind || !name) return undefined;
  const namespace = at(object, 'metadata', 'namespace');
  const head = {
    kind,
    name,
    namespace: typeof namespace === 'string' ? namespace : '',
    isLive: isMapping(at(object, 'status')) || at(object, 'metadata', 'uid') !== undefined,
  };
  if (kind === 'Secret')
    return {
      ...head,
      kept: undefined,
      fingerprints: ofSecret(object),
      steady: new Map(),
      probes: [],
    };

  const scalars = scalarsIn(object);
  const steady = scalars
    .map(({ field, text }) => ({ field, text, rest: withoutChance(text) }))
    .filter(({ text, rest }) => rest !== text);
  return {
    ...head,
    kept: keptOf(object, kind, names),
    fingerprints: new Map(scalars.map(({ field, text }) => [field, fingerprint(text)])),
    steady: new Map(steady.map(({ field, rest }) => [field, fingerprint(rest)])),
    probes: scalars.flatMap(({ field, text }) =>
      probeValuesIn(text).map((probe) => ({ field, text: probe })),
    ),
  };
}

/** Every scalar that configures something, as text, with its field. */
function scalarsIn(value: unknown, field = '', depth = 0): { field: string; text: string }[] {
  if (depth > MOST_DEPTH || NOT_CONFIGURED.has(field)) return [];
  if (isScalar(value)) return [{ field, text: String(value) }];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => scalarsIn(item, `${field}[${index}]`, depth + 1));
  }
  return Object.entries(isMapping(value) ? value : {}).flatMap(([key, item]) =>
    scalarsIn(item, fieldOf(field, key), depth + 1),
  );
}

const fieldOf = (above: string, key: string): string => (above === '' ? key : `${above}.${key}`);

/** An object without what nothing asks for, in its own shape; but with its pod template under `pod`. */
function keptOf(object: Mapping, kind: string, names: ReadonlySet<string>): unknown {
  const template = podTemplateOf({ kind });
  const pattern = ownOf(KEPT, template === undefined ? kind : 'workload');
  const isKept = (field: string): boolean =>
    kind === 'ConfigMap'
      ? field.startsWith('data.') && names.has(field.slice('data.'.length))
      : !!pattern?.test(field);
  const pruned = (value: unknown, field: string, depth: number): unknown => {
    if (depth > MOST_DEPTH || NOT_CONFIGURED.has(field) || field === template) return undefined;
    if (isScalar(value)) return isKept(field) ? value : undefined;
    if (Array.isArray(value)) {
      return value.map((item, index) => pruned(item, `${field}[${index}]`, depth + 1));
    }
    if (!isMapping(value)) return undefined;
    if (VARIABLE.test(field)) return variable(value, names);
    const inner = Object.entries(value).map(([key, item]) => [
      key,
      pruned(item, fieldOf(field, key), depth + 1),
    ]);
    return Object.fromEntries(inner.filter(([, kept]) => kept !== undefined));
  };
  const pod = template === undefined ? undefined : at(object, ...template.split('.'));
  return pruned({ ...object, pod }, '', 0);
}

const SOURCES = ['configMapKeyRef', 'secretKeyRef', 'fieldRef', 'resourceFieldRef'];

/** A variable of a container: where its value comes from, and the value itself only where its name is asked for. */
function variable({ name, value, valueFrom }: Mapping, names: ReadonlySet<string>) {
  const from = Object.fromEntries(
    SOURCES.flatMap((source) => {
      const place = at(valueFrom, source);
      return isMapping(place) ? [[source, textsOf(place)]] : [];
    }),
  );
  const isAsked = typeof name === 'string' && names.has(name) && isScalar(value);
  return {
    name,
    fingerprint: fingerprint(JSON.stringify([isScalar(value) && value, from])),
    valueFrom: from,
    ...(isAsked && { value }),
  };
}

/** The fingerprints of a Secret's entries, without those that are credentials by name. */
function ofSecret(object: Mapping): Map<string, number> {
  const type = at(object, 'type');
  if (typeof type === 'string' && CREDENTIAL_TYPE.test(type)) return new Map();
  return new Map(
    ['data', 'stringData'].flatMap((part) =>
      Object.entries(textsOf(at(object, part)))
        .filter(([key]) => !CREDENTIAL.test(key))
        .map(([key, value]) => [key, fingerprint(value)] as const),
    ),
  );
}

const CERTIFICATE = /-----BEGIN [A-Z ]{1,40}-----[^-]*-----END [A-Z ]{1,40}-----/g;
const DATE = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?/g;
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const CHECKSUM = /[0-9a-f]{32,}/g;
const TOKEN = /[A-Za-z0-9+/=]{10,}/g;
/** Seconds or milliseconds since 1970. */
const EPOCH = /^1[6-9]\d{8}(?:\d{3})?$/;
/** Where a token goes from one kind of character to another. */
const TURNS = /[a-z](?=[A-Z0-9])|[A-Z](?=[a-z0-9])|[0-9](?=[A-Za-z])/g;

/**
 * A text without what programs generate: identifiers, checksums, random passwords, keys, dates. These differ between two
 * renders of the same values, so they say nothing about any key.
 */
const withoutChance = (text: string): string =>
  text.length < 10
    ? text
    : text
        .replace(CERTIFICATE, '*')
        .replace(DATE, '*')
        .replace(UUID, '*')
        .replace(CHECKSUM, '*')
        .replace(TOKEN, (token) => (isRandom(token) ? '*' : token));

/** A random text keeps changing between small letters, capitals and digits; a name does not. */
const isRandom = (token: string): boolean =>
  EPOCH.test(token) || (token.match(TURNS)?.length ?? 0) >= token.length * 0.4;

/**
 * A number of 53 bits for a text: the same for equal texts, and hardly ever the same for different ones (cyrb53, a
 * public domain hash by bryc). It lets a value be found without being kept; it protects nothing.
 */
export function fingerprint(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
