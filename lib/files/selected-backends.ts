import type { Raw } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { formatPath } from '@/lib/domain/path';
import type { Leaf } from './leaves';

/**
 * The answers of backends that only the base chart's selector tells, because the overlay's own key calls them by
 * another's name or has none: `config.EVENT_PUBLISHER: msk` is the choice of MSK.
 */
export function selectedBackends(catalog: Catalog, leaves: readonly Leaf[]): Record<string, Raw> {
  const valueAt = new Map(leaves.map(({ path, value }) => [formatPath(path), value]));
  const raw: Record<string, Raw> = {};
  for (const { choice, enabled } of catalog.options) {
    if (!choice) continue;
    const backend = choice.backends.find(
      ({ alias, selector }) => alias !== undefined && selector === valueAt.get(choice.selector),
    );
    const named = valueAt.get(choice.answer.key);
    if (!backend || (named !== undefined && named !== backend.alias)) continue;
    raw[choice.answer.key] = backend.id;
    // The switch is off in such a file only so that nothing else is selected.
    if (enabled && backend.alias === null) raw[enabled.key] = 'true';
  }
  return raw;
}
