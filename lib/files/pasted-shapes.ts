import { isMapping } from '@/lib/domain/mapping';
import type { UserValue } from '@/lib/domain/user-files';
import type { Notice } from '@/lib/link/link';
import { parametersInto } from './argo-parameters';
import { readDocuments } from './yaml/read-documents';
import type { ReadValue } from './yaml/values-of';
import { YamlProblem } from './yaml/yaml-problem';
import { fault, type YamlFault } from './yaml-fault';
import { type Mapping, valueAt } from './yaml-mapping';

/** What `helm get values` and `helm get all` print above the values, alone in its line. */
const HEADING = /^(USER-SUPPLIED|COMPUTED) VALUES:[ \t]*\r?$/m;
/** What `helm get all` prints below them. */
const NEXT = /^(?:COMPUTED VALUES|HOOKS|MANIFEST|NOTES):[ \t]*\r?$/m;

/** A text without what Helm prints around values. Lines keep their numbers. */
export function withoutHeading(text: string): { text: string; remarks: readonly Notice[] } {
  const heading = HEADING.exec(text);
  const before = text.slice(0, heading?.index);
  // `helm get all` starts with the release's name; anything else above the heading is the person's own.
  const isPlain = before.startsWith('NAME:') || !/^\s*[^\s#]/m.test(before);
  if (!heading || !isPlain) return { text, remarks: [] };
  const start = heading.index + heading[0].length;
  const end = start + (NEXT.exec(text.slice(start))?.index ?? text.length);
  const message = `This is what helm get prints: the values below “${heading[1]} VALUES:” were read.`;
  return {
    text: before.replace(/[^\n]/g, '') + text.slice(start, end),
    remarks: [{ key: `${heading[1]} VALUES`, message }],
  };
}

/** The values inside a Kubernetes object that holds values; `undefined` in any other mapping. */
export function* valuesInside(
  root: Mapping,
): Generator<undefined, ReadValue | { fault: YamlFault } | undefined> {
  const { apiVersion, kind } = root;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return undefined;
  const spec = below(root, 'spec');
  const group = apiVersion.split('/')[0] ?? '';
  if (kind === 'List' && isList(root.items)) {
    const [only, ...others] = root.items;
    if (isMapping(only) && others.length === 0) return yield* valuesInside(only);
  }
  if (group === 'helm.toolkit.fluxcd.io' && kind === 'HelmRelease') {
    const from = isList(spec.valuesFrom) ? ['spec.valuesFrom'] : [];
    return found(kind, 'spec.values', spec.values ?? null, from);
  }
  if (group === 'argoproj.io' && kind === 'Application') {
    return yield* argoValues(kind, spec, 'spec');
  }
  if (group === 'argoproj.io' && kind === 'ApplicationSet') {
    return yield* argoValues(kind, below(spec, 'template', 'spec'), 'spec.template.spec');
  }
  if (group === 'helm.cattle.io' && isText(spec.valuesContent)) {
    return yield* textValues(kind, 'spec.valuesContent', spec.valuesContent);
  }
  const message = `This looks like a Kubernetes object (${kind}), not like a values file. It was read as it is.`;
  return { value: root, remarks: [{ key: 'kind', message }] };
}

/** @param place of that spec, as a person finds it in the object */
function* argoValues(
  kind: string,
  spec: Mapping,
  place: string,
): Generator<undefined, ReadValue | { fault: YamlFault }> {
  const sources = isList(spec.sources) ? spec.sources : [];
  const all = [
    { at: `${place}.source.helm`, helm: below(spec, 'source', 'helm') },
    ...sources.map((source, index) => ({
      at: `${place}.sources[${index}].helm`,
      helm: isMapping(source) ? below(source, 'helm') : {},
    })),
  ];
  const [first, ...others] = all.filter(
    ({ helm }) => isMapping(helm.valuesObject) || isText(helm.values) || isList(helm.parameters),
  );
  if (!first) {
    return fault(
      `This ${kind} holds no values: neither helm.values, helm.valuesObject nor helm.parameters.`,
    );
  }
  const { at, helm } = first;
  const notRead = ['valueFiles', 'fileParameters'].filter((key) => isList(helm[key]));
  const isObject = isMapping(helm.valuesObject); // Argo CD does not look at the text beside it
  if (isObject && isText(helm.values)) notRead.push('values');
  const left = [...others.map((other) => other.at), ...notRead.map((key) => `${at}.${key}`)];
  const read =
    isText(helm.values) && !isObject
      ? yield* textValues(kind, `${at}.values`, helm.values, left)
      : found(
          kind,
          `${at}.${isObject ? 'valuesObject' : 'parameters'}`,
          helm.valuesObject ?? {},
          left,
        );
  if ('fault' in read || !isList(helm.parameters)) return read;
  return {
    ...read,
    value: parametersInto(isMapping(read.value) ? read.value : {}, helm.parameters),
  };
}

function* textValues(
  kind: string,
  at: string,
  text: string,
  left: readonly string[] = [],
): Generator<undefined, ReadValue | { fault: YamlFault }> {
  try {
    const { value, remarks } = yield* readDocuments(text);
    const outer = found(kind, at, value, left);
    return { value, remarks: [...outer.remarks, ...remarks] };
  } catch (error) {
    if (!(error instanceof YamlProblem)) throw error;
    return fault(
      `The text in ${at} is not what Helm reads, in its line ${error.line}: ${error.message}`,
    );
  }
}

function found(kind: string, at: string, value: UserValue, left: readonly string[]): ReadValue {
  const others = left.length > 0 ? ` Not read: ${left.join(', ')}.` : '';
  const message = `This is ${article(kind)} ${kind}: the values in ${at} were read.${others}`;
  return { value, remarks: [{ key: at, message }] };
}

/** The mapping below another at these keys; an empty one where there is none. */
function below(mapping: Mapping, ...keys: readonly string[]): Mapping {
  const value = valueAt(mapping, ...keys);
  return isMapping(value) ? value : {};
}

const article = (noun: string) => (/^[AEIOU]/.test(noun) ? 'an' : 'a');

const isText = (value: UserValue | undefined): value is string => typeof value === 'string';

const isList = (value: UserValue | undefined): value is readonly UserValue[] =>
  Array.isArray(value);
