import { limit, type Situation } from '@/lib/domain/limit';
import type { Backend, Option } from '@/lib/domain/option';
import { backendChoice, mustExistLimit, unfilledLimit } from '../backend';
import { localDataCenterLimit } from './cql';

/** The interaction store: the alias, the base chart's own selector, and all that its backends bring. */
export function interactionStore(backends: readonly Backend[]): Option {
  const store = backendChoice({
    key: 'interactionStore.backend',
    help: 'Switching it later moves no data.',
    backends,
    selector: 'config.INTERACTION_STORE',
  });
  const { choice, chosen } = store;
  const isProvisioned = ({ read }: Situation) => chosen(read)?.mustExist !== undefined;

  return {
    id: 'interactionStore',
    step: 'interaction-store',
    title: 'Interaction store',
    summary: 'Interaction history behind /api/v1/respond and engagement health.',
    choice,
    parts: store.parts,
    limits: [
      mustExistLimit('interaction-store-must-exist', store),
      limit('store-switch-moves-no-data', {
        when: isProvisioned,
        keys: [choice.answer.key],
        message: ({ read }) =>
          `Switching to ${chosen(read)?.title} moves no data, so write to both stores and backfill first. History stays in the old store and reads start empty. On a running system backfill from exported history, then switch.`,
        source: 'infrastructure; interaction-store API',
      }),
      unfilledLimit('interaction-store-block-unfilled', store),
      localDataCenterLimit(chosen),
      ...store.limits,
    ],
    prerequisites: {
      'interaction-store-history': {
        when: isProvisioned,
        text: ({ read }) =>
          `On a system that already runs: its history in ${chosen(read)?.title}, by writing to both stores first and backfilling the export. The command shows what each tenant uses now; whether that setting or the chart’s wins is not documented.`,
        verify:
          'curl -fsS -H "$KAIREON_AUTH_HEADER" "$KAIREON_URL/api/v1/settings/interaction-store"',
        good: 'The store that the tenants use now; on a new system the one that you chose.',
        judgedBy: 'person',
        limit: 'store-switch-moves-no-data',
        origin: 'documented',
      },
    },
  };
}
