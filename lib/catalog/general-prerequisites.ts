import { NAMESPACE } from '@/lib/domain/helm-command';
import type { Prerequisite } from '@/lib/domain/option';
import { inManifest, reachFromCluster, secretsWith } from './commands';

/** The environment variables reference: all five are mandatory once NODE_ENV=production. */
const PRODUCTION_SECRETS = [
  'NEXTAUTH_SECRET',
  'JWT_SIGNING_SECRET',
  'CONNECTOR_ENCRYPTION_KEY',
  'WEBHOOK_SIGNING_SECRET',
  'API_KEY_PEPPER',
];

/** What every installation needs, whatever is chosen. */
export const generalPrerequisites: readonly Prerequisite[] = [
  {
    id: 'versions',
    text: 'Kubernetes 1.24 or later, and Helm 3 or later where you run it.',
    verify: 'kubectl version && helm version --short',
    origin: 'documented',
  },
  {
    id: 'namespace',
    text: `The namespace ${NAMESPACE}, in which the runbooks find the chart’s objects. The documented helm command names none, so it installs into the one of your current context: set that, or add -n ${NAMESPACE}.`,
    verify: `kubectl get namespace ${NAMESPACE} && kubectl config view --minify -o jsonpath='{..namespace}'`,
    origin: 'general',
  },
  {
    id: 'production-secrets',
    text: `${PRODUCTION_SECRETS.join(', ')}: five different random texts of 32 characters or more, in a Secret. All are mandatory in production; the processes check them as they start. Which Secret the chart reads them from is not documented: the command must find all five names.`,
    verify: secretsWith(...PRODUCTION_SECRETS),
    origin: 'documented',
  },
  {
    id: 'network-reach',
    text: 'A way out of the cluster to Postgres, Redis and everything else that stands outside of it. The command tries one host and port from a pod of its own: run it for each that has no item of its own here.',
    verify: reachFromCluster('network', [['"$TARGET_HOST"', '"$TARGET_PORT"']]),
    origin: 'general',
  },
  {
    id: 'network-policies',
    text: 'Egress rules that let those connections through. The chart brings NetworkPolicies for pod-to-pod traffic and egress; which addresses they let out is not documented: read them in the rendered manifest.',
    verify: inManifest('kind: NetworkPolicy', 40),
    origin: 'general',
  },
  {
    id: 'paths-checked',
    when: ({ written }) => written.some(({ provenance }) => provenance === 'unverified'),
    text: 'Every key that the overlay marks as an unverified path, listed in the chart’s own values, or read by its templates. Helm says nothing of a key that no template reads, and the chart’s smaller default stays.',
    verify: 'helm show values ./helm',
    limit: 'unverified-paths',
    origin: 'general',
  },
  {
    id: 'load-test',
    text: 'k6 and a script for it, to be run against the installed cluster before you commit to this topology in production.',
    verify: 'k6 inspect recommend.k6.js',
    limit: 'design-targets',
    origin: 'documented',
  },
];
