import { helmCommand, NAMESPACE } from '@/lib/domain/helm-command';
import { shellFlag, shellQuote } from '@/lib/domain/shell-quote';

/** Shows where a word stands in what the chart would apply, before it is applied, with the lines after it. */
export function inManifest(word: string, linesAfter = 1): string {
  return `${helmCommand('template')} | grep -n -A ${linesAfter} ${shellQuote(word)}`;
}

/** Lists the Secrets that hold keys of these names. It prints names, never values, and fails unless all are there. */
export function secretsWith(...names: readonly string[]): string {
  const template =
    '{{range .items}}{{$secret := .metadata.name}}{{range $key, $value := .data}}{{$secret}} {{println $key}}{{end}}{{end}}';
  const all = `$2 ~ /^(${names.join('|')})$/ { print; found += !seen[$2]++ } END { exit (found < ${names.length}) }`;
  return `kubectl -n ${NAMESPACE} get secrets -o go-template='${template}' | awk '${all}'`;
}

/** A name that the operator gave, after these words; nothing while it is blank. */
export const named = (words: string, name: string | undefined) => (name ? `${words} ${name}` : '');

/** The AWS CLI's flag for a region, after a space; nothing where none was given. */
export const inRegion = (name: string | undefined) =>
  name === undefined ? '' : ` ${shellFlag('--region', name, 'AWS_REGION')}`;

/** A host and its port, each as a word of the shell: quoted, or a variable in double quotes. */
export type Address = readonly [host: string, port: string];

const TRY_EACH =
  'failed=0; while [ $# -gt 1 ]; do if nc -z -w 5 "$1" "$2"; then echo "$1 $2 open"; else echo "$1 $2 closed"; failed=1; fi; shift 2; done; exit $failed';

/** Opens a connection to each address from a temporary pod. */
export function reachFromCluster(name: string, addresses: readonly Address[]): string {
  const pod = `kubectl -n ${NAMESPACE} run preflight-${name} --rm -i --restart=Never --image=busybox:1.36`;
  return `${pod} -- sh -c '${TRY_EACH}' sh ${addresses.flat().join(' ')}`;
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
