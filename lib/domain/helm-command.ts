/** The namespace of the chart's objects, as the runbooks have it. */
export const NAMESPACE = 'kaireon';

/** The name of our file. It lies beside the chart and never takes the place of the chart's own overlay. */
export const OVERLAY_FILE = 'values-large.yaml';

/**
 * The chart's own values in the order in which Helm must read them. Its `values-large.yaml` holds keys that no public
 * page lists (values-large names its lines 163 to 178), so it stays, and our file comes after it.
 */
export const CHART_VALUES = ['helm/values.yaml', 'helm/values-large.yaml'] as const;

/** Why our file comes last and saves over nothing, in a sentence for whoever reads a command. */
export const WHY_LAST =
  'Never save this file over the chart’s own helm/values-large.yaml, which holds keys that no public page lists: it goes after it.';

const FLAGS = {
  'upgrade --install': ' --create-namespace',
  'diff upgrade --install': '',
  template: '',
} as const;

/**
 * A Helm command over the chart's own values and then our file, to be run beside the chart's folder.
 * @param file a path or an address, as a shell takes it
 */
export function helmCommand(
  verb: keyof typeof FLAGS,
  file: string | readonly string[] = OVERLAY_FILE,
): string {
  const files = [...CHART_VALUES, ...[file].flat()].map((name) => `-f ${name}`).join(' ');
  return `helm ${verb} kaireon ./helm -n ${NAMESPACE}${FLAGS[verb]} ${files}`;
}
