import { CHART_VALUES, helmCommand, NAMESPACE, OVERLAY_FILE } from '@/lib/domain/helm-command';
import { plural } from '@/lib/domain/plural';
import { shellQuote } from '@/lib/domain/shell-quote';
import type { Reading } from '@/lib/reading/reading';

/** Something to paste, made from the present answers. */
interface Snippet {
  /** Stable, kebab-case, unique. */
  readonly id: string;
  readonly title: string;
  /** Right as it stands, without a final newline. In YAML the names to change are the operator's repository's. */
  readonly text: string;
  /** The same for other shells, where they quote or break lines in another way. */
  readonly variants?: readonly { readonly shell: string; readonly text: string }[];
  /** What must be known before it is used, in a sentence or two. */
  readonly note?: string;
}

/** Where a snippet takes the overlay from: an address or the file, and why. */
interface OverlaySource {
  /** The address; absent where the file must be used. */
  readonly address?: string;
  /** The same for what runs elsewhere: a pipeline cannot reach this machine's localhost. */
  readonly pipelineAddress?: string;
  /** What the person should know of it, in a sentence or two. */
  readonly why: string;
}

/**
 * Where the overlay of these answers can be fetched.
 * @param origin scheme, host and port of this server, without a final slash
 * @param link the answers as `writeLink` gives them, without `#`; `''` for the defaults
 */
export function overlayUrl(origin: string, link: string): string {
  // Helm splits -f at commas. URLSearchParams, which wrote the link, leaves none, and no quotation mark either.
  return `${origin}/${OVERLAY_FILE}${link === '' ? '' : `?${link}`}`;
}

/**
 * What the snippets can name: the address of the overlay, or its file alone.
 * @param origin as {@link overlayUrl} takes it; `undefined` for a copy of the page as plain files, which has no routes
 */
export function overlaySource(
  origin: string | undefined,
  { link, carried }: Reading,
): OverlaySource {
  const save = `Download it and save it beside the folder of the chart as ${OVERLAY_FILE}.`;
  if (carried.length > 0) {
    return {
      why: `Your file holds ${plural(carried.length, 'key')} of your own, which no address can carry: the commands use the file. ${save}`,
    };
  }
  if (origin === undefined) {
    return { why: `This copy of the page has no routes, so the overlay has no address. ${save}` };
  }
  const address = overlayUrl(origin, link);
  const isLocal =
    /^https?:\/\/(?:localhost|[^/:]*\.localhost|127\.[\d.]+|0\.0\.0\.0|\[::1?\])(?::|$)/;
  return isLocal.test(origin)
    ? {
        address,
        why: `The address works on this machine alone, so only commands name it. A pipeline needs the file. ${save}`,
      }
    : {
        address,
        pipelineAddress: address,
        why: 'The address is the file: the same answers always give the same bytes. It carries the answers as a query, so they reach the log of whoever serves this page.',
      };
}

/** Lines that put the overlay to use, in the order in which they are shown. */
export function snippets({ address, pipelineAddress }: OverlaySource, reading: Reading): Snippet[] {
  const file = address === undefined ? OVERLAY_FILE : `'${address}'`;
  return [
    { id: 'helm-upgrade', title: 'Install or upgrade', ...helm('upgrade --install', file) },
    { id: 'helm-template', title: 'Render', ...helm('template', file), note: 'Needs no cluster.' },
    {
      id: 'helm-diff',
      title: 'Compare with what runs',
      ...helm('diff upgrade --install', file),
      note: 'Needs the helm-diff plugin. It changes nothing.',
    },
    {
      id: 'git',
      title: 'Keep it in git',
      text: `${pipelineAddress ? `curl -fsSLo ${OVERLAY_FILE} \\\n  '${pipelineAddress}'\n` : ''}git add ${OVERLAY_FILE}\ngit diff --cached`,
      note: 'The same answers always give the same bytes, so the diff shows what you changed.',
    },
    argoCd(pipelineAddress, reading),
    ...IN_A_REPOSITORY,
    check(pipelineAddress),
    commandLine(reading),
  ];
}

/**
 * The link to these answers as a query, for where a login loses what stands after `#`.
 * @param page the address of the page, without query and fragment
 */
export const linkAsQuery = (page: string, link: string): Snippet => ({
  id: 'link',
  title: 'Link for a login',
  text: `${page}${link === '' ? '' : `?${link}`}`,
  note: 'Copy link puts the answers after #, where no server and no log sees them, but some logins lose that part. This form survives a login, and whoever serves this page sees the answers in the log.',
});

/** A command whose words go on a line each, as three kinds of shell break and quote it. */
function shell(...lines: readonly string[]): Pick<Snippet, 'text' | 'variants'> {
  return {
    text: lines.join(' \\\n  '),
    variants: [
      { shell: 'PowerShell', text: lines.join(' `\n  ') },
      { shell: 'cmd', text: lines.join(' ^\n  ').replaceAll("'", '"') },
    ],
  };
}

const helm = (verb: Parameters<typeof helmCommand>[0], file: string) =>
  shell(...helmCommand(verb, file).split(/ (?=-[nf] )/));

/** Argo CD takes values files over http and https by default: `helm.valuesFileSchemes` in argocd-cm. */
function argoCd(address: string | undefined, { tiers }: Reading): Snippet {
  const scaled = tiers.filter(({ workload }) => ['HPA', 'KEDA'].includes(workload.scaler));
  const ignored = scaled.map(
    // As the runbooks name them: `kaireon-ml-worker`.
    ({ id }) => `    - group: apps
      kind: Deployment
      name: kaireon-${id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}
      jsonPointers: [/spec/replicas]`,
  );
  return {
    id: 'argo-cd',
    title: 'Argo CD',
    text: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: kaireon
  namespace: argocd
spec:
  project: default
  source:
    repoURL: https://git.example.com/your/kaireon.git
    targetRevision: main
    path: helm
    helm:
      releaseName: kaireon
      valueFiles:
        - values.yaml
        - values-large.yaml
        - ${address === undefined ? `../${OVERLAY_FILE}` : `'${address}'`}
  destination:
    server: https://kubernetes.default.svc
    namespace: ${NAMESPACE}
  syncPolicy:
    syncOptions:
      - CreateNamespace=true
      - RespectIgnoreDifferences=true${ignored.length > 0 ? `\n  ignoreDifferences:\n${ignored.join('\n')}` : ''}`,
    note: `${
      address === undefined
        ? 'Commit the file beside the chart’s folder, not into it.'
        : 'Argo CD’s repo server fetches the address, so it must reach it; after an upgrade of this site ask for a hard refresh.'
    } The replicas that an autoscaler owns are ignored, or Argo CD would set them back. Look up the names of the Deployments in your render.`,
  };
}

/** Paths in the repository, in the order in which Helm must read them. */
const IN_GIT = [...CHART_VALUES, OVERLAY_FILE];

const listed = (start: string, files: readonly string[]) =>
  files.map((name) => `${start}${name}`).join('\n');

const fluxRelease = (files: readonly string[], more = '') => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: kaireon
  namespace: ${NAMESPACE}
spec:
  interval: 10m
  releaseName: kaireon
  install:
    createNamespace: true
  chart:
    spec:
      chart: ./helm
      reconcileStrategy: Revision
      sourceRef:
        kind: GitRepository
        name: kaireon
        namespace: flux-system
      valuesFiles:
${listed('        - ./', files)}${more}`;

/** Snippets that are the same for all answers, because they name the file in a repository. */
const IN_A_REPOSITORY: readonly Snippet[] = [
  {
    id: 'flux-git',
    title: 'Flux: the file in git',
    text: fluxRelease(IN_GIT),
    note: 'The paths are those of the GitRepository. Commit the file beside the chart’s folder.',
  },
  {
    id: 'flux-values',
    title: 'Flux: a ConfigMap',
    text: `kubectl -n ${NAMESPACE} create configmap kaireon-values-large \\
  --from-file=values.yaml=${OVERLAY_FILE} \\
  --dry-run=client -o yaml |
kubectl label --local -f - -o yaml \\
  reconcile.fluxcd.io/watch=Enabled |
kubectl apply -f -`,
    note: 'Flux takes values from a ConfigMap, not from an address. With the label it reconciles when the ConfigMap changes (Flux 2.7 or later); without it only at the next interval.',
  },
  {
    id: 'flux-release',
    title: 'Flux: its release',
    text: fluxRelease(
      CHART_VALUES,
      `
  valuesFrom:
    - kind: ConfigMap
      name: kaireon-values-large
      valuesKey: values.yaml`,
    ),
  },
  {
    id: 'terraform',
    title: 'Terraform',
    text: `resource "helm_release" "kaireon" {
  name             = "kaireon"
  chart            = "\${path.module}/helm"
  namespace        = "${NAMESPACE}"
  create_namespace = true

  values = [
${IN_GIT.map((name) => `    file("\${path.module}/${name}"),`).join('\n')}
  ]
}`,
    note: 'Save the file beside the chart’s folder, in the module.',
  },
  {
    id: 'helmfile',
    title: 'helmfile',
    text: `releases:
  - name: kaireon
    namespace: ${NAMESPACE}
    createNamespace: true
    chart: ./helm
    values:
${listed('      - ', IN_GIT)}`,
  },
  {
    id: 'kustomize',
    title: 'kustomize',
    text: `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: ${NAMESPACE}
helmGlobals:
  chartHome: .
helmCharts:
  - name: helm
    releaseName: kaireon
    namespace: ${NAMESPACE}
    valuesFile: ${IN_GIT[0]}
    additionalValuesFiles:
${listed('      - ', IN_GIT.slice(1))}`,
    note: 'kustomize build --enable-helm . renders it. Before kustomize 5.8.1 that needs Helm 3. kustomize creates no namespace.',
  },
];

/** @param address where the pipeline can fetch the overlay */
const check = (address: string | undefined): Snippet => ({
  id: 'ci',
  title: 'A check for CI',
  text: [
    'set -e',
    ...(address === undefined ? [] : [`curl -fsSL '${address}' |\n  diff -u ${OVERLAY_FILE} -`]),
    `${helm('template', OVERLAY_FILE).text} > rendered.yaml`,
  ].join('\n'),
  note:
    address === undefined
      ? 'Fails where Helm cannot render. Add values-large prove to see that every key arrives.'
      : 'Fails where the committed file is not what these answers give, and where Helm cannot render.',
});

function commandLine({ link, carried }: Reading): Snippet {
  const answers = link === '' ? '' : ` \\\n  ${shellQuote(link)}`;
  const hasOwnKeys = carried.length > 0;
  return {
    id: 'command-line',
    title: 'Command line',
    text: hasOwnKeys
      ? `node bin/values-large.mjs probe \\\n  ${OVERLAY_FILE} > probe.yaml`
      : `node bin/values-large.mjs make --strict${answers} > ${OVERLAY_FILE}`,
    note: hasOwnKeys
      ? 'In this repository, after npm ci. A link holds no key of your own, so make would drop them: keep the file.'
      : 'In this repository, after npm ci. With --strict it ends with 3 while a caution is neither settled nor accepted.',
  };
}
