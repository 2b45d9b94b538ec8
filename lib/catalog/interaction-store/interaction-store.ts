import type { Read } from '@/lib/domain/answer';
import type { Situation } from '@/lib/domain/limit';
import type { Option } from '@/lib/domain/option';
import {
  type Backend,
  backendChoice,
  mustExistLimit,
  selectorKey,
  unfilledLimit,
} from '../backend';
import { localDataCenterLimit } from './cql';

/** The interaction store: the alias, the base chart's own selector, and one option for each backend. */
export function interactionStore(backends: readonly Backend[]): Option[] {
  const choice = backendChoice({
    key: 'interactionStore.backend',
    help: 'Switching it later moves no data.',
    step: 'interaction-store',
    backends,
  });
  const { alias, chosen, options } = choice;

  /** What the operator must provide for the chosen backend, which is something for every one with a block. */
  const mustExist = (read: Read) => chosen(read)?.block?.mustExist(read);
  const isProvisioned = ({ read }: Situation) => mustExist(read) !== undefined;

  const store: Option = {
    id: 'interactionStore',
    step: 'interaction-store',
    title: 'Interaction store',
    summary: 'Interaction history behind /api/v1/respond and engagement health.',
    parts: [alias, selectorKey('INTERACTION_STORE', alias.key, (read) => chosen(read)?.selector)],
    limits: [
      mustExistLimit('interaction-store-must-exist', choice, mustExist),
      {
        id: 'store-switch-moves-no-data',
        severity: 'limit',
        when: isProvisioned,
        keys: [alias.key],
        message: ({ read }) =>
          `Switching to ${chosen(read)?.title} moves no data: history stays in the old store and reads start empty. On a running system write to both stores first, then backfill from exported history, then switch.`,
        short: 'Switching moves no data: dual-write and backfill first.',
        source: 'infrastructure; interaction-store API',
      },
      unfilledLimit('interaction-store-block-unfilled', choice),
      localDataCenterLimit(choice),
    ],
    prerequisites: [
      {
        id: 'interaction-store-history',
        when: isProvisioned,
        text: ({ read }) =>
          `On a system that already runs: its history in ${chosen(read)?.title}, by writing to both stores first and backfilling the export. The command shows what each tenant uses now; whether that setting or the chart’s wins is not documented.`,
        verify:
          'curl -fsS -H "$KAIREON_AUTH_HEADER" "$KAIREON_URL/api/v1/settings/interaction-store"',
        limit: 'store-switch-moves-no-data',
        origin: 'documented',
      },
    ],
  };

  return [store, ...options];
}
