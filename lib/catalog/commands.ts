import type { Read } from '@/lib/domain/answer';
import { helmCommand, NAMESPACE } from '@/lib/domain/helm-command';
import type { Prerequisite } from '@/lib/domain/option';
import { shellFlag, shellQuote } from '@/lib/domain/shell-quote';

/** What the chart would apply. Helm renders KEDA's objects only where it is told that the cluster knows them. */
const RENDER = `${helmCommand('template')} --api-versions keda.sh/v1alpha1`;

/** Shows where a pattern stands in what the chart would apply, with the lines after it. Fails where it is nowhere. */
export const inManifest = (pattern: string, linesAfter = 1): string =>
  `${RENDER} | grep -nE -A ${linesAfter} ${shellQuote(pattern)}`;

/** Lists the Secrets that hold keys of these names. It prints names, never values, and fails unless all are there. */
export function secretsWith(...names: readonly string[]): string {
  const template =
    '{{range .items}}{{$secret := .metadata.name}}{{range $key, $value := .data}}{{$secret}} {{println $key}}{{end}}{{end}}';
  const all = `$2 ~ /^(${names.join('|')})$/ { print; found += !seen[$2]++ } END { exit (found < ${names.length}) }`;
  return `kubectl -n ${NAMESPACE} get secrets -o go-template='${template}' | awk '${all}'`;
}

/** Prints how many lines come in and fails on fewer than these. */
export const atLeast = (count: number) =>
  `awk 'NF { print; n++ } END { print n + 0; exit (n < ${count}) }'`;

/** A name that the operator gave, after these words; nothing while it is blank. */
export const named = (words: string, name: string | undefined) => (name ? `${words} ${name}` : '');

/** The AWS CLI's flag for a region, after a space; nothing where none was given. */
export const inRegion = (name: string | undefined) =>
  name === undefined ? '' : ` ${shellFlag('--region', name, 'AWS_REGION')}`;

/** Some fields of what an AWS command describes, in one line that begins with its state. Fails in any other state. */
export const inState = (command: string, query: string, state: string) =>
  `${command} --query '${query}' --output text | grep '^${state}'`;

interface Role {
  /** Who needs what, as the object of "An IAM role that lets": `the API’s pods read and write that table`. */
  readonly lets: string;
  /** Shell variables that hold the role's ARN and that of what it works on. */
  readonly role: string;
  readonly resource: string;
  readonly actions: readonly string[];
}

/** An IAM role whose rights are simulated: the command prints each action with its decision. */
export const iamRole = ({ lets, role, resource, actions }: Role): Prerequisite => ({
  text: `An IAM role that lets ${lets}. How the chart attaches a role to its service accounts is not documented.`,
  verify: `aws iam simulate-principal-policy --policy-source-arn "$${role}" --resource-arns "$${resource}" --action-names ${actions.join(' ')} --query 'EvaluationResults[].[EvalActionName, EvalDecision]' --output text | awk '{ print } $2 == "allowed" { n++ } END { exit (n < ${actions.length}) }'`,
  good: `Each of the ${actions.length} actions with the word allowed after it.`,
});

/** A host and its port, each as a word of the shell: quoted, or a variable in double quotes. */
export type Address = readonly [host: string, port: string];

const TRY_EACH =
  'failed=0; while [ $# -gt 1 ]; do if nc -z -w 5 "$1" "$2"; then echo "$1 $2 open"; else echo "$1 $2 closed"; failed=1; fi; shift 2; done; exit $failed';

/** Opens a connection to each address from a temporary pod, which nothing starts by itself. */
export function reachFromCluster(
  name: string,
  addresses: (read: Read) => readonly Address[],
): Pick<Prerequisite, 'isByHand' | 'good' | 'verify'> {
  const pod = `kubectl -n ${NAMESPACE} run preflight-${name} --rm -i --restart=Never --image=busybox:1.36`;
  return {
    isByHand: true,
    good: 'The word open after every address.',
    verify: ({ read }) => `${pod} -- sh -c '${TRY_EACH}' sh ${addresses(read).flat().join(' ')}`,
  };
}

/**
 * The addresses of a comma list such as `broker-1:9092,[2001:db8::1]:9093,broker-3`.
 * @param port where an entry names none
 */
export function addressesOf(list: string, port: number): Address[] {
  return list.split(',').map((entry) => {
    const [, host = entry, given = port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(entry) ?? [];
    return [shellQuote(host.replace(/^\[|\]$/g, '')), String(given)];
  });
}
