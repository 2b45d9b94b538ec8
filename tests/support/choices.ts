import { catalog, registry } from '@/lib/catalog/registry';
import type { Answer } from '@/lib/domain/answer';
import { choicesOf } from '@/lib/domain/shape';
import { type Given, readingOf } from './reading';

/** A switch or choice under which an answer is asked; none where it always is. */
export function askedWith(answer: Answer): Given {
  const single = catalog.answers.flatMap((one) =>
    (choicesOf(one) ?? []).map((member) => ({ [one.key]: member })),
  );
  const given = [{}, ...single].find((one) => readingOf(one).isAsked(answer));
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
