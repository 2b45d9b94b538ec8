import { catalog, registry } from '@/lib/catalog/catalog';
import type { Answer, OverlayKey } from '@/lib/domain/answer';
import { choicesOf } from '@/lib/domain/shape';
import { VALUES_KEYS } from '../catalogue/values-keys';
import { type Given, readingOf } from './reading';

/** Every answer that decides a branch: each switch of an option, each choice that has members, and two more. */
const DECIDING = new Set([
  'plan.apiZoneSpread',
  'redis.cluster',
  ...catalog.options.flatMap(({ enabled }) => enabled?.key ?? []),
  ...catalog.options.flatMap(({ choice }) => choice?.answer.key ?? []),
]);

/** Those answers, with each value that they can have. */
const CHOICES = catalog.answers
  .filter(({ key }) => DECIDING.has(key))
  .map((answer) => [answer.key, choicesOf(answer) ?? []] as const);

/**
 * Answers that are given beside the choices, a different one with each combination. Their number shares no divisor
 * with the number of combinations, so that each meets every choice.
 */
export const BESIDE: readonly Given[] = [
  {},
  { 'plan.apiNodeGroup': 'false', 'plan.peakRps': '5000' },
  {
    'kafka.brokers': 'b-1:9092,b-2:9092',
    'kinesis.streamName': '012',
    'pulsar.serviceUrl': 'pulsar+ssl://b:6651',
    'dynamodb.tableName': '1e3',
    'scylla.contactPoints': 'n-1,n-2:9042',
    'cassandra.contactPoints': '10.0.0.1',
  },
  {
    'kinesis.region': 'eu-west-1',
    'dynamodb.region': 'eu-west-1',
    'scylla.localDataCenter': '# Zürich: "1"',
    'cassandra.localDataCenter': "it's & 100 %",
    'scylla.keyspace': 'null',
    'cassandra.keyspace': 'yes',
  },
  { 'cron.concurrencyPolicy': 'Replace', 'cron.schedules.outboxReaper.enabled': 'false' },
  { 'cron.concurrencyPolicy': 'Allow', 'cron.schedules.cleanup.enabled': 'false' },
  {
    'outboxPublisher.replicaCount': '1',
    'outboxPublisher.podDisruptionBudget.minAvailable': '0',
    postgresExternalReplicas: '0',
  },
  { 'api.autoscaling.minReplicas': '2', 'plan.zones': '4', 'api.resources.requests.cpu': '1e0' },
  { 'plan.peakRps': '10000000', 'plan.rpsPerPod': '1' },
  { 'plan.postgresPoolSize': '20', 'plan.postgresMaxConnections': '1600' },
  {
    'plan.activeCustomers': '10000000000',
    'plan.writesPerSecond': '10000000',
    'plan.multiRegion': 'true',
    'plan.peakRps': '10000000',
  },
];

/** Every combination of the choices, with something beside each. */
export function* combinations(): Generator<Given> {
  const count = CHOICES.reduce((product, [, members]) => product * members.length, 1);
  for (let index = 0; index < count; index++) {
    let rest = index;
    const given: Record<string, string> = { ...BESIDE[index % BESIDE.length] };
    for (const [key, members] of CHOICES) {
      given[key] = members[rest % members.length] ?? '';
      rest = Math.floor(rest / members.length);
    }
    yield given;
  }
}

/** A switch or choice under which an answer is asked; none where it always is. */
export function askedWith(answer: Answer): Given {
  const single = CHOICES.flatMap(([key, members]) => members.map((member) => ({ [key]: member })));
  const given = [{}, ...single].find((one) => readingOf(one).isActive(answer));
  if (!given) throw new Error(`No single choice leads to ${answer.key}.`);
  return given;
}

/** Every choice whose branch has commands of its own. */
export const BRANCHES: readonly Given[] = [
  ...registry.eventBuses.map(({ id }) => ({ 'eventbus.backend': id, 'stream.enabled': 'true' })),
  ...registry.interactionStores.map(({ id }) => ({
    ...{ 'eventbus.enabled': 'false', 'interactionStore.backend': id },
  })),
  ...['rds', 'aurora', 'supabase'].map((name) => ({ 'plan.postgresProvider': name })),
  { 'plan.apiNodeGroup': 'false', 'redis.cluster': 'false', 'mcp.dedicated': 'true' },
];

const rootOf = (part: Answer | Pick<OverlayKey, 'path'>) =>
  ('key' in part ? part.key : part.path).split('.')[0] ?? '';

/** The root keys that the file of some combination must have, in order. */
export function expectedRoots(given: Given): string[] {
  const { tiers, datastores, eventBuses, interactionStores } = registry;
  const bus = eventBuses.find(
    ({ id }) => given['eventbus.enabled'] === 'true' && id === given['eventbus.backend'],
  );
  const store = interactionStores.find(({ id }) => id === given['interactionStore.backend']);
  const busSelector = given['eventbus.enabled'] === 'true' ? bus?.selector : 'redis';
  const hasConfig = given['stream.enabled'] === 'true' || busSelector || store?.selector;
  return [
    ...tiers.map(({ id }) => id),
    ...new Set(datastores.flatMap(({ parts }) => parts.map(rootOf))),
    'eventbus',
    ...(bus?.block ? [rootOf({ path: bus.block.enabled })] : []),
    'interactionStore',
    ...(store?.block ? [rootOf({ path: store.block.enabled })] : []),
    ...(hasConfig ? ['config'] : []),
  ];
}

/** What is wrong with a link, judged by the hand-written table of keys: one sentence for each fault. */
export function linkFaults(link: string): string[] {
  if (link === '') return [];
  const [version, ...rest] = [...new URLSearchParams(link)];
  const order = VALUES_KEYS.map(([key]) => key);
  // A key that came after the table was written may stand anywhere.
  const places = rest.map(([key]) => order.indexOf(key)).filter((place) => place >= 0);
  const defaults = new Map(VALUES_KEYS.map(([key, fallback]) => [key, fallback]));
  const faults: string[] = [];
  if (version?.join('=') !== 'v=1') faults.push('it does not begin with its version');
  if (rest.length === 0) faults.push('nothing follows its version');
  if (places.some((place, at) => at > 0 && place <= (places[at - 1] ?? -1)))
    faults.push('its keys are not in the order of the table');
  for (const [key, text] of rest) {
    if (defaults.get(key) === text) faults.push(`it names the default of ${key}`);
  }
  return faults;
}
