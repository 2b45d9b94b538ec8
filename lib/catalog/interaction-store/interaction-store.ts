import type { Read } from '@/lib/domain/answer';
import { choiceAnswer } from '@/lib/domain/declare';
import { advisory, environment } from '@/lib/domain/evidence';
import type { Option } from '@/lib/domain/option';
import { type Backend, backendOption, defaultOf, unfilledLimit } from '../backend';
import { source } from '../sources';
import { localDataCenterLimit } from './cql';

/** The interaction store: the alias, the base chart's own selector, and one option for each backend. */
export function interactionStore(backends: readonly Backend[]): Option[] {
  const backend = choiceAnswer({
    key: 'interactionStore.backend',
    shows: advisory,
    overlayOnly: true,
    label: 'Backend',
    help: 'Selects the wire path. Switching it later moves no data.',
    provenance: 'documented',
    source: source.overlayKeys,
    default: defaultOf(backends),
    choices: backends.map(({ id, title, summary }) => ({ value: id, label: title, summary })),
  });

  const chosen = (read: Read) => backends.find(({ id }) => id === read(backend));
  /** The chosen backend when it is one that the operator provisions, which is every one with a block. */
  const provisioned = (read: Read) => {
    const one = chosen(read);
    return one?.block && { ...one, block: one.block };
  };

  const store: Option = {
    id: 'interactionStore',
    step: 'interaction-store',
    title: 'Interaction store',
    summary: 'Interaction history behind /api/v1/respond and engagement health.',
    parts: [
      backend,
      {
        // Both selectors are written, so that neither order of precedence can surprise.
        path: 'config.INTERACTION_STORE',
        shows: environment('INTERACTION_STORE'),
        provenance: 'documented',
        source: source.overlayKeys,
        of: backend.key,
        value: (read) => chosen(read)?.selector,
      },
    ],
    limits: [
      {
        id: 'interaction-store-must-exist',
        severity: 'limit',
        when: ({ read }) => provisioned(read) !== undefined,
        keys: [backend.key],
        message: ({ read }) =>
          `The backend ${read(backend)} only selects the wire path. The chart creates no infrastructure: ${provisioned(read)?.block.mustExist(read)} must already exist, and be tested, before you apply this file.`,
        short: ({ read }) =>
          `Selects the wire path only: ${provisioned(read)?.block.mustExist(read)} must already exist.`,
        source: source.honestLimits,
      },
      {
        id: 'store-switch-moves-no-data',
        severity: 'limit',
        when: ({ read }) => provisioned(read) !== undefined,
        keys: [backend.key],
        message: ({ read }) =>
          `Switching to ${provisioned(read)?.title} moves no data: history stays in the old store and reads start empty. On a running system write to both stores first, then backfill from exported history, then switch.`,
        short: 'Switching moves no data: dual-write and backfill first.',
        source: 'infrastructure; interaction-store API',
      },
      unfilledLimit('interaction-store-block-unfilled', backends, backend, source.overlayKeys),
      localDataCenterLimit(backends, backend),
    ],
    prerequisites: [
      {
        id: 'interaction-store-history',
        when: ({ read }) => provisioned(read) !== undefined,
        text: ({ read }) =>
          `On a system that already runs: its history in ${provisioned(read)?.title}, by writing to both stores first and backfilling the export. The command shows what each tenant uses now; whether that setting or the chart’s wins is not documented.`,
        verify: () =>
          'curl -fsS -H "$KAIREON_AUTH_HEADER" "$KAIREON_URL/api/v1/settings/interaction-store"',
        limit: 'store-switch-moves-no-data',
        origin: 'documented',
      },
    ],
  };

  return [store, ...backends.map((one) => backendOption(one, 'interaction-store', backend))];
}
