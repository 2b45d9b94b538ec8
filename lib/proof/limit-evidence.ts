import type { LimitEvidence } from '@/lib/domain/limit';
import { plural } from '@/lib/domain/plural';
import type { Reading } from '@/lib/reading/reading';
import { environment } from './fields';
import { nameOf } from './manifest';
import type { Verdict } from './proof';
import type { Seen } from './seen-renders';
import { selects } from './selects';
import type { WorkloadObjects } from './tier-objects';

type Keys = Readonly<Record<string, Verdict>>;

/**
 * What a render says of the limits, by the table of evidence: which are settled, which are worse than was known. What
 * it does not speak to is left out. A limit about behaviour is never settled: a render shows configuration.
 */
export function limitEvidence(reading: Reading, keys: Keys, after: Seen): LimitEvidence[] {
  const ids = new Set([...reading.limits, ...reading.settled].map(({ id }) => id));
  const one = (tier: string) => after.tiers.get(tier)?.objects ?? [];
  const all = [
    unverifiedPaths(reading, keys),
    zoneSpread(one('api'), keys),
    doubleConsume(one('api')),
    cronCount(one('cron'), keys),
    ...contradicted(keys),
    blockBoots(keys),
    redisCluster(one('worker')),
  ];
  return all.filter((each): each is LimitEvidence => !!each && ids.has(each.id));
}

function unverifiedPaths({ written }: Reading, keys: Keys): LimitEvidence | undefined {
  const marked = written.filter(({ provenance }) => provenance === 'unverified');
  if (marked.length === 0) return undefined;
  const count = (state: Verdict['state']) =>
    marked.filter(({ path }) => keys[path]?.state === state).length;
  const [reached, nowhere] = [count('reached'), count('nowhere')];
  const id = 'unverified-paths';
  if (reached === marked.length) {
    return { id, effect: 'settled', evidence: 'The render shows that each marked key is reached.' };
  }
  const rest = `${reached} of the ${marked.length} marked keys are reached in the render`;
  return nowhere > 0
    ? {
        id,
        effect: 'worse',
        evidence: `${rest}, and ${plural(nowhere, 'is', 'are')} nowhere in it.`,
      }
    : { id, effect: 'told', evidence: `${rest}.` };
}

function zoneSpread(api: readonly WorkloadObjects[], keys: Keys): LimitEvidence | undefined {
  const workload = api[0]?.workload;
  const isAsked = Object.values(keys).some(({ asked }) => asked === ZONE);
  if (!workload?.workload || !isAsked) return undefined;
  const { spread, podLabels } = workload.workload;
  const zone = spread.filter(({ fields }) => fields.topologyKey?.value === ZONE);
  const id = 'zone-spread-selector';
  const name = nameOf(workload);
  if (zone.length === 0) {
    return { id, effect: 'worse', evidence: `The render has no spread over zones in ${name}.` };
  }
  const matches = zone.every(({ selector }) => selector && selects(selector, podLabels));
  return matches
    ? {
        id,
        effect: 'settled',
        evidence: `The constraint of ${name} has a labelSelector that matches its own pods.`,
      }
    : {
        id,
        effect: 'worse',
        evidence: `The constraint of ${name} ${zone.some(({ selector }) => selector) ? 'matches other pods than its own' : 'has no labelSelector'}.`,
      };
}

const ZONE = 'topology.kubernetes.io/zone';

function doubleConsume(api: readonly WorkloadObjects[]): LimitEvidence | undefined {
  const id = 'worker-double-consume';
  for (const { workload, configMaps } of api) {
    const fields = environment(
      'WORKER_INPROCESS',
      workload.workload?.containers ?? [],
      workload,
      configMaps,
    );
    const field = fields[0];
    if (!field) continue;
    const where = `${nameOf(field.object)} has WORKER_INPROCESS=${field.value}`;
    if (String(field.value) === '0')
      return { id, effect: 'settled', evidence: `${where} for ${nameOf(workload)}.` };
    return {
      id,
      effect: 'worse',
      evidence: `${where}, so the API reads the same queues as the workers.`,
    };
  }
  return undefined;
}

function cronCount(cron: readonly WorkloadObjects[], keys: Keys): LimitEvidence | undefined {
  if (keys['cron.enabled']?.asked !== true) return undefined;
  const names = cron.map(({ workload }) => workload.name).sort();
  const id = 'cron-count';
  if (names.length === 0) return { id, effect: 'worse', evidence: 'The render has no CronJob.' };
  const jobs = plural(names.length, 'CronJob');
  return { id, effect: 'settled', evidence: `The render has ${jobs}: ${names.join(', ')}.` };
}

/** Limits about a choice: the choice stays what it is, but a render may show that it does not arrive. */
function contradicted(keys: Keys): LimitEvidence[] {
  const CHOICES = [
    ['cron-replace', 'cron.concurrencyPolicy'],
    ['cron-allow', 'cron.concurrencyPolicy'],
    ['cron-reaper-off', 'cron.schedules.outboxReaper.enabled'],
  ] as const;
  return CHOICES.flatMap(([id, path]): LimitEvidence[] => {
    const key = keys[path];
    if (key?.state !== 'differs' && key?.state !== 'nowhere') return [];
    return [
      {
        id,
        effect: 'worse',
        evidence: `The render does not follow this choice: ${key.where ?? path} has ${key.found ?? 'nothing of it'}.`,
      },
    ];
  });
}

function blockBoots(keys: Keys): LimitEvidence | undefined {
  const id = 'block-boots-when-enabled';
  const selectors = ['config.EVENT_PUBLISHER', 'config.INTERACTION_STORE'].flatMap((path) => {
    const key = keys[path];
    return key ? [{ path, ...key }] : [];
  });
  const old = selectors.find(({ state }) => state === 'differs');
  if (old) {
    return {
      id,
      effect: 'worse',
      evidence: `${old.where} is ${old.found}, not ${old.asked}: the old backend still stands there.`,
    };
  }
  return undefined;
}

function redisCluster(worker: readonly WorkloadObjects[]): LimitEvidence | undefined {
  const id = 'redis-cluster-clients';
  for (const { scalers } of worker) {
    for (const scaler of scalers) {
      const type = scaler.scaler?.triggers.find((trigger) =>
        trigger.type.startsWith('redis'),
      )?.type;
      if (type === undefined) continue;
      return type.startsWith('redis-cluster')
        ? {
            id,
            effect: 'told',
            evidence: `${nameOf(scaler)} has the trigger ${type}, so KEDA’s half is settled; BullMQ’s prefix is not.`,
          }
        : {
            id,
            effect: 'worse',
            evidence: `${nameOf(scaler)} has the trigger ${type}, which is for a single Redis and not for a cluster.`,
          };
    }
  }
  return undefined;
}
