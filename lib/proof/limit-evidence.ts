import type { Catalog } from '@/lib/domain/catalog';
import type { ShownBy } from '@/lib/domain/evidence';
import { type AppliedLimit, type LimitEvidence, unverifiedIn } from '@/lib/domain/limit';
import { plural } from '@/lib/domain/plural';
import { limitApplies } from '@/lib/reading/limits';
import type { Reading } from '@/lib/reading/reading';
import { variablesOf } from './asked-keys';
import { environment } from './fields';
import { spreadSelectors } from './findings';
import { selects } from './joins';
import { nameOf, podLabels, scalarsAt } from './manifest';
import { type MatchedRender, objectsIn } from './matched-renders';
import type { KeyRow, Verdict } from './states';

interface Shown {
  readonly catalog: Catalog;
  readonly reading: Reading;
  /** By the path in the file. */
  readonly keys: Readonly<Record<string, Verdict>>;
  readonly rows: readonly KeyRow[];
  readonly after: MatchedRender;
}

type Effect = Omit<LimitEvidence, 'id'> | undefined;
type Shows<B extends ShownBy['by']> = Extract<ShownBy, { by: B }>;

const settled = (evidence: string): Effect => ({ effect: 'settled', evidence });
const worse = (evidence: string): Effect => ({ effect: 'worse', evidence });
const noted = (evidence: string): Effect => ({ effect: 'noted', evidence });

/**
 * What a render shows of the limits: which are settled, and which are worse than was known. Limits of which it shows
 * nothing are left out. A limit about behaviour is never settled, because a render shows only configuration.
 */
export function limitEvidence(shown: Shown): LimitEvidence[] {
  const { catalog, reading } = shown;
  const applied = new Map([...reading.limits, ...reading.settled].map((one) => [one.id, one]));
  return catalog.allLimits.flatMap((limit) => {
    const limitHere = applied.get(limit.id);
    const isOnlyShown = limit.whenShown && !limitApplies(limit, reading);
    if (!limit.shownBy || !(limitHere || limit.whenShown?.(reading))) return [];
    const one = effectOf(limit.shownBy, limitHere, shown);
    return one && (!isOnlyShown || one.effect === 'worse') ? [{ id: limit.id, ...one }] : [];
  });
}

function effectOf(rule: ShownBy, limit: AppliedLimit | undefined, shown: Shown): Effect {
  const keys = limit?.keys ?? [];
  const [key = ''] = keys;
  switch (rule.by) {
    case 'marked keys':
      return markedKeys(shown);
    case 'spread':
      return spread(rule, shown);
    case 'variable':
      return variable(rule, shown);
    case 'jobs':
      return jobs(rule, shown);
    case 'choice':
      return choice(key, shown);
    case 'backends':
      return backends(keys, shown);
    case 'filled':
      return filled(key, shown);
    case 'trigger':
      return trigger(rule, shown);
  }
}

function markedKeys({ reading, keys }: Shown): Effect {
  const marked = unverifiedIn(reading.leaves);
  const count = (state: Verdict['state']) =>
    marked.filter(({ path }) => keys[path]?.state === state).length;
  const [reached, nowhere] = [count('reached'), count('nowhere')];
  if (marked.length === 0) return undefined;
  if (reached === marked.length)
    return settled('The render shows that each marked key is reached.');
  const rest = `${reached} of the ${marked.length} marked keys are reached in the render`;
  if (nowhere === 0) return noted(`${rest}.`);
  return worse(`${rest}, and ${plural(nowhere, 'is', 'are')} nowhere in it.`);
}

function spread({ tier, topologyKey }: Shows<'spread'>, { after }: Shown): Effect {
  const workload = objectsIn(after, { id: tier })[0]?.workload;
  if (!workload) return undefined;
  const selectors = spreadSelectors(workload, topologyKey);
  const name = nameOf(workload);
  if (selectors.length === 0) return worse(`${name} has no constraint over ${topologyKey}.`);
  if (selectors.every((one) => one && selects(one, podLabels(workload)))) {
    return settled(`The constraint of ${name} has a labelSelector that matches its own pods.`);
  }
  const what = selectors.some((one) => one)
    ? 'matches other pods than its own'
    : 'has no labelSelector';
  return worse(`The constraint of ${name} ${what}.`);
}

function variable({ tier, name, ...rule }: Shows<'variable'>, { after }: Shown): Effect {
  for (const one of objectsIn(after, { id: tier })) {
    const [field] = environment(name, one);
    if (!field) continue;
    const where = `${nameOf(field.object)} has ${name}=${field.value}`;
    const value = String(field.value);
    if (value === rule.settledAt) return settled(`${where} for ${nameOf(one.workload)}.`);
    if (value === rule.worseAt) return worse(`${where}, ${rule.worse}.`);
  }
  return undefined;
}

function jobs({ tier }: Shows<'jobs'>, { after }: Shown): Effect {
  const names = objectsIn(after, { id: tier }).map(({ workload }) => workload.name);
  if (names.length === 0) return worse('The render has no CronJob.');
  return settled(`The render has ${plural(names.length, 'CronJob')}: ${names.sort().join(', ')}.`);
}

const rowFor = (path: string | undefined, { rows }: Shown): KeyRow | undefined =>
  rows.find(({ entry }) => entry.key.path === path);

function choice(path: string, shown: Shown): Effect {
  const key = rowFor(path, shown);
  if (key?.state !== 'differs' && key?.state !== 'nowhere') return undefined;
  return worse(
    `The render does not follow this choice: ${key.where ?? path} has ${key.found ?? 'nothing of it'}.`,
  );
}

/** Where one of these variables is filled; `''` where one is there but empty, `undefined` where none is there. */
function filledPlace(names: readonly string[], { after }: Shown): string | undefined {
  const fields = names.flatMap((name) =>
    objectsIn(after, undefined)
      .flatMap((one) => environment(name, one))
      .map(({ object, value }) => ({ where: `${nameOf(object)} has ${name}`, value })),
  );
  const found = fields.find(({ value }) => String(value).trim() !== '');
  return found ? found.where : fields[0] && '';
}

function filled(key: string, shown: Shown): Effect {
  const names = variablesOf(shown.catalog.answerOf.get(key)?.shows);
  const place = filledPlace(names, shown);
  if (place === undefined) return undefined;
  return place === ''
    ? worse(`${names.join(' or ')} is empty in the render.`)
    : settled(`${place} filled in, so another values file gives it.`);
}

/** The limit's keys are the switches of the chosen backends' blocks. */
function backends(switches: readonly string[], shown: Shown): Effect {
  const { catalog } = shown;
  const places: string[] = [];
  let isWhole = switches.length > 0;
  for (const path of switches) {
    const choice = catalog.options
      .map((option) => option.choice)
      .find((one) => one?.backends.some(({ block }) => block?.enabled === path));
    const block = choice?.backends.find((one) => one.block?.enabled === path)?.block;
    const row = rowFor(choice?.selector, shown);
    if (row?.state === 'differs') {
      return worse(
        `${row.where} is ${row.found}, not ${row.entry.value}: the old backend still stands there.`,
      );
    }
    const names = (block?.answers ?? []).flatMap(({ shows }) => variablesOf(shows));
    const place = filledPlace(names, shown);
    if (row?.where !== undefined && place) places.push(row.where, place);
    else isWhole = false;
  }
  return isWhole
    ? settled(`The render names the chosen backends: ${places.join(', ')}.`)
    : undefined;
}

function trigger({ prefix, type, ...rule }: Shows<'trigger'>, { after }: Shown): Effect {
  for (const scaler of objectsIn(after, undefined).flatMap(({ scalers }) => scalers)) {
    const types = scalarsAt(scaler, 'spec', 'triggers', '*', 'type').map(({ value }) =>
      String(value),
    );
    const found = types.find((one) => one.startsWith(prefix));
    if (found === undefined) continue;
    const where = `${nameOf(scaler)} has the trigger ${found}`;
    return found.startsWith(type)
      ? noted(`${where}, ${rule.open}.`)
      : worse(`${where}, ${rule.worse}.`);
  }
  return undefined;
}
