import { helmCommand, OVERLAY_FILE } from '@/lib/domain/helm-command';

/** Something to paste, made from the present answers. */
export interface Snippet {
  /** Stable, kebab-case, unique. */
  readonly id: string;
  readonly title: string;
  readonly language: 'sh' | 'yaml';
  /** Right as it stands, without a final newline. In YAML the names to change are the operator's repository's. */
  readonly text: string;
  /** What must be known before it is used, in a sentence or two; absent where the text needs none. */
  readonly note?: string;
}

/**
 * Where the overlay of these answers can be fetched.
 * @param origin scheme, host and port of this server, without a final slash
 * @param link the answers as `writeLink` gives them, without `#`; `''` for the defaults
 */
export function overlayUrl(origin: string, link: string): string {
  // Helm splits -f at commas. URLSearchParams, which wrote the link, leaves none, and no quotation mark either.
  return `${origin}/values-large.yaml${link === '' ? '' : `?${link}`}`;
}

/** Lines that put the overlay to use, by Helm, curl, Argo CD and Flux, in the order in which they are shown. */
export function snippets(origin: string, link: string): readonly Snippet[] {
  const url = `'${overlayUrl(origin, link)}'`;
  const fetched = `curl -fsSLo values-large.yaml ${url}`;
  return [
    ...helmSnippets(url),
    {
      id: 'curl',
      title: 'Keep the file in git',
      language: 'sh',
      text: fetched,
      note: 'The same answers always give the same bytes, so the diff shows what you changed.',
    },
    argoCd(
      url,
      'Argo CD’s repo server fetches the address, so it must reach it. It renders again when the Application or the repository changes; after an upgrade of this site ask for a hard refresh.',
    ),
    ...flux(
      `${fetched} &&\n  ${configMapOf('values-large.yaml').replaceAll('\n', '\n  ')}`,
      'Flux takes values from a ConfigMap, not from an address.',
    ),
  ];
}

/** The same for a copy of the page without a server: the file is downloaded and saved beside the chart. */
export function fileSnippets(): readonly Snippet[] {
  return [
    ...helmSnippets(OVERLAY_FILE),
    argoCd(
      `../${OVERLAY_FILE}`,
      'Commit the file beside the chart’s folder, not into it. Argo CD renders again when it changes.',
    ),
    ...flux(configMapOf(OVERLAY_FILE), 'Flux takes values from a ConfigMap.'),
  ];
}

/** @param file a path or an address, as a shell takes it */
const helmSnippets = (file: string): readonly Snippet[] => [
  {
    id: 'helm-upgrade',
    title: 'Install or upgrade',
    language: 'sh',
    text: helmCommand('upgrade --install', file),
  },
  {
    id: 'helm-template',
    title: 'Render, without a cluster',
    language: 'sh',
    text: helmCommand('template', file),
  },
  {
    id: 'helm-diff',
    title: 'Compare with what runs',
    language: 'sh',
    text: helmCommand('diff upgrade --install', file),
    note: 'Needs the helm-diff plugin. It changes nothing.',
  },
];

/** Remote value files over http and https are on by default: `helm.valuesFileSchemes` in argocd-cm. */
const argoCd = (file: string, note: string): Snippet => ({
  id: 'argo-cd',
  title: 'Argo CD',
  language: 'yaml',
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
        - ${file}
  destination:
    server: https://kubernetes.default.svc
    namespace: kaireon`,
  note,
});

/** @param values the command that puts the overlay into the ConfigMap that the release reads */
const flux = (values: string, note: string): readonly Snippet[] => [
  { id: 'flux-values', title: 'Flux: the values', language: 'sh', text: values, note },
  { id: 'flux-release', title: 'Flux: the release', language: 'yaml', text: FLUX_RELEASE },
];

const configMapOf = (file: string) => `kubectl -n kaireon create configmap kaireon-values-large \\
  --from-file=values.yaml=${file} --dry-run=client -o yaml |
kubectl apply -f -`;

const FLUX_RELEASE = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: kaireon
  namespace: kaireon
spec:
  interval: 10m
  releaseName: kaireon
  chart:
    spec:
      chart: ./helm
      sourceRef:
        kind: GitRepository
        name: kaireon
        namespace: flux-system
  valuesFrom:
    - kind: ConfigMap
      name: kaireon-values-large
      valuesKey: values.yaml`;
