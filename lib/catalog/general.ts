import { CHART_VALUES, NAMESPACE, OVERLAY_FILE } from '@/lib/domain/helm-command';
import { caution, type Limit, limit, type Situation, unverifiedIn } from '@/lib/domain/limit';
import { chosenBackend, type Option, type Prerequisites } from '@/lib/domain/option';
import { wordFor } from '@/lib/domain/plural';
import { parseQuantity, toUnits } from '@/lib/domain/quantity';
import { inManifest, reachFromCluster, secretsWith } from './commands';
import { openSearchEnabled } from './datastores/opensearch';
import { source } from './sources';

const inAList = new Intl.ListFormat('en-GB');

/** From so many cores a pod on, a number without its m is likelier than a pod of that size. */
const MANY_CORES = 32;

const [, VENDOR_OVERLAY] = CHART_VALUES;

/** Limits that belong to no option, or that look across several. */
export function generalLimits(options: readonly Option[]): Limit[] {
  /** The optional tiers that are off. */
  const off = ({ read }: Situation) =>
    options.flatMap((option) => {
      const { optional, enabled } = option;
      return optional && enabled && read(enabled) === false
        ? [{ ...optional, key: enabled.key }]
        : [];
    });
  const switches = options
    .flatMap(({ choice }) => choice?.backends ?? [])
    .flatMap(({ block }) => block?.enabled ?? []);
  /** The switches of backends' blocks that the file has: one for each choice whose backend has a block. */
  const enabledBlocks = ({ leaves }: Situation) =>
    leaves.filter(({ key, path }) => switches.includes(key ?? path));
  /** CPU requests and limits that look as if their m were missing. */
  const manyCores = ({ read }: Situation) =>
    options
      .flatMap(({ workload }) => [workload?.requests.cpu, workload?.limits?.cpu])
      .flatMap((cpu) => (cpu ? [{ key: cpu.key, cores: read(cpu) ?? '' }] : []))
      .filter(({ cores }) => toUnits(parseQuantity(cores) ?? 0n) >= MANY_CORES);
  return [
    caution('cpu-looks-like-millicores', {
      when: (situation) => manyCores(situation).length > 0,
      keys: (situation) => manyCores(situation).map(({ key }) => key),
      message: (situation) => {
        const many = manyCores(situation).map(({ key, cores }) => `${key} is ${cores}`);
        return `${inAList.format(manyCores(situation).map(({ cores }) => cores))} ${wordFor(many.length, 'counts', 'count')} whole cores for each pod, and half a core is written 500m. Here ${inAList.format(many)}, while 500 is 500 cores. If you meant thousandths, write the m: a pod that no node can hold stays Pending.`;
      },
      source: 'Kubernetes: Resource units',
    }),
    limit('block-boots-when-enabled', {
      when: (situation) => enabledBlocks(situation).length > 0,
      keys: (situation) => enabledBlocks(situation).map(({ key, path }) => key ?? path),
      message(situation) {
        const blocks = enabledBlocks(situation);
        const paths = inAList.format(blocks.map(({ path }) => path));
        const check = blocks.every(({ by }) => by === 'chart')
          ? ', which your chart has'
          : '; check that your chart has such keys';
        return `The backend’s name is not enough, because a connector boots only when its block is enabled. This overlay therefore also writes ${paths}${check}.`;
      },
      shownBy: { by: 'backends' },
      source: source.overlayKeys,
    }),
    limit('optional-tiers-off', {
      when: (situation) => off(situation).length > 0,
      keys: (situation) => off(situation).map(({ key }) => key),
      message(situation) {
        const all = off(situation);
        const names = inAList.format(all.map(({ name }) => name));
        const needs = all.map((tier) => tier.needs).join(', and ');
        // A note in the file has two lines.
        const lead =
          all.length > 2
            ? `${all.length} optional tiers are off, as documented. The chart does not do this work: ${needs}.`
            : `${wordFor(all.length, 'A tier is', 'Tiers are')} off because ${needs}.`;
        return `${lead} Leave ${names} off, as the documented overlay does, until that is done.`;
      },
      source: source.honestLimits,
    }),
    limit('credentials-elsewhere', {
      when: ({ read }) =>
        read(openSearchEnabled) === true ||
        options.some((option) => chosenBackend(option, read)?.mustExist !== undefined),
      keys: [],
      message:
        'Credentials and TLS of brokers and stores are not written here; how they reach the pods is not documented. This file is made to be shared. Find in the chart’s own values which Secrets it reads, and make them before the install.',
      source: source.environment,
    }),
    limit('unverified-paths', {
      when: ({ leaves }) => unverifiedIn(leaves).length > 0,
      keys: [],
      message: ({ leaves }) =>
        `${unverifiedIn(leaves).length} of the ${leaves.length} keys in this file stand at unverified paths, and Helm ignores a wrong one silently. The public documentation does not spell these out. Compare the marked keys with helm show values ./helm, and look for their values in what helm template prints, before you apply the file.`,
      shownBy: { by: 'marked keys' },
      source: 'Helm: a value that no template reads is no error unless the chart has a schema',
    }),
    limit('design-targets', {
      when: 'always',
      keys: [],
      message:
        'These numbers are design targets, not benchmarked, so run k6 before you commit to them. Numbers that you change are not measured either. Measured ones appear in KaireonAI’s perf/baselines/ as they are made.',
      source: source.honestLimits,
    }),
    limit('vendor-overlay-beneath', {
      when: 'always',
      keys: [],
      message: `Saved over the chart’s own ${VENDOR_OVERLAY}, this file would lose the keys that only that one has. No public page lists them. Keep this file as ${OVERLAY_FILE} beside the chart’s folder and give it to Helm last, never in its place.`,
      source: `${source.overlayKeys} name its lines 163 to 178`,
    }),
  ];
}

/** The environment variables reference: all five are mandatory once NODE_ENV=production. */
const PRODUCTION_SECRETS = [
  'NEXTAUTH_SECRET',
  'JWT_SIGNING_SECRET',
  'CONNECTOR_ENCRYPTION_KEY',
  'WEBHOOK_SIGNING_SECRET',
  'API_KEY_PEPPER',
];

/** What every installation needs, whatever is chosen. */
export const generalPrerequisites: Prerequisites = {
  versions: {
    text: 'Kubernetes 1.24 or later, and Helm 3 or later where you run it.',
    verify: 'kubectl version && helm version --short',
    good: 'A Server Version from v1.24 on, and v3 or v4 of Helm.',
    judgedBy: 'person',
    tools: ['kubectl', 'helm'],
    origin: 'documented',
  },
  'vendor-overlay': {
    text: `The chart with its own ${VENDOR_OVERLAY}, beside which this file is applied. Run every helm command from the folder that holds the chart’s.`,
    verify: `ls ./helm/Chart.yaml ${CHART_VALUES.join(' ')}`,
    good: 'The three files.',
    limit: 'vendor-overlay-beneath',
    origin: 'documented',
  },
  namespace: {
    text: `The namespace ${NAMESPACE}, in which the runbooks find the chart’s objects. The Secrets below must be in it before the install; --create-namespace would only make it then.`,
    verify: `kubectl get namespace ${NAMESPACE}`,
    good: 'The namespace, Active.',
  },
  'production-secrets': {
    text: `${PRODUCTION_SECRETS.join(', ')}: five different random texts of 32 characters or more, in a Secret. All are mandatory in production; the processes check them as they start. Which Secret the chart reads them from is not documented.`,
    verify: secretsWith(...PRODUCTION_SECRETS),
    good: 'All five names, each after the name of its Secret.',
    origin: 'documented',
  },
  'network-reach': {
    text: 'A way out of the cluster to Postgres, Redis and everything else that stands outside of it. The command tries one host and port from a pod of its own: run it for each that has no item of its own here.',
    ...reachFromCluster('network', () => [['"$TARGET_HOST"', '"$TARGET_PORT"']]),
  },
  'network-policies': {
    text: 'Egress rules that let those connections through. The chart brings NetworkPolicies for pod-to-pod traffic and egress; which addresses they let out is not documented.',
    verify: inManifest('kind: NetworkPolicy', 40),
    good: 'Under egress the addresses and ports of everything that stands outside of the cluster.',
    judgedBy: 'person',
  },
  'paths-checked': {
    when: ({ leaves }) => unverifiedIn(leaves).length > 0,
    text: 'Every key that the overlay marks as an unverified path, listed in the chart’s own values, or read by its templates. Helm says nothing of a key that no template reads, and the chart’s smaller default stays.',
    verify: 'helm show values ./helm',
    good: 'Each marked key at the same path; the tab Your chart compares them for you.',
    judgedBy: 'person',
    limit: 'unverified-paths',
  },
  'load-test': {
    text: 'k6 and a script for it, to be run against the installed cluster before you commit to this topology in production.',
    verify: 'k6 inspect recommend.k6.js',
    good: 'The options of the script as JSON.',
    limit: 'design-targets',
    origin: 'documented',
  },
};
