import { nameWords } from '@/lib/domain/name-words';

/** Words that mean the same in Helm charts, Kubernetes and KEDA; the first stands for all. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['min', 'minimum', 'floor'],
  ['max', 'maximum', 'ceiling'],
  ['replica', 'replicacount', 'count', 'pod', 'instance'],
  ['autoscaling', 'hpa', 'autoscaler', 'autoscale', 'scaling', 'horizontalpodautoscaler'],
  ['keda', 'scaledobject'],
  ['broker', 'bootstrapserver', 'bootstrap', 'server'],
  ['pdb', 'poddisruptionbudget'],
  ['memory', 'mem', 'ram'],
  ['enabled', 'enable'],
  ['url', 'uri', 'endpoint'],
  ['poll', 'polling'],
  ['datacenter', 'dc'],
  ['postgres', 'postgresql', 'pg'],
  ['ml', 'machinelearning'],
  ['schedule', 'job', 'cronjob'],
];

const meaning = new Map(SYNONYMS.flatMap((words) => words.map((word) => [word, words[0] ?? word])));

const singular = (word: string): string =>
  /[^s]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;

const meant = (word: string): string => meaning.get(singular(word)) ?? singular(word);

/** The words of a path's step by their meaning, so that `minReplicas` and `minimumReplicaCount` have the same. */
export function stepWords(step: string): readonly string[] {
  const words = nameWords(step);
  const whole = singular(words.join(''));
  if (meaning.has(whole)) return [meant(whole)];
  // Two words that are one elsewhere: `dataCenter`.
  const joined = words.flatMap((word, at) => {
    const next = words[at + 1];
    return next !== undefined && meaning.has(singular(word + next)) ? [meant(word + next)] : [];
  });
  return [...new Set([...words.map(meant), ...joined])].filter(
    (word) => joined.length === 0 || !joined.some((one) => one !== word && one.includes(word)),
  );
}
