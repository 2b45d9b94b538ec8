import type { Catalog } from '@/lib/domain/catalog';
import type { Render } from './manifest';
import { type Chosen, matchTiers } from './match-tiers';
import { tiersOf } from './tier';

/** Labels that change with each release of a chart: a selector must not hold them. */
const CHANGING = /(?:version|chart|hash|checksum|revision|managed-by)$/i;

/**
 * The labels of a tier's pods that stay the same from upgrade to upgrade, as `key=value` with commas between them: what
 * a spread constraint's `labelSelector` needs. `undefined` where the tier's workload is not clear.
 */
export function podLabelsOf(
  catalog: Catalog,
  tier: string,
  render: Render,
  chosen: Chosen = {},
): string | undefined {
  const matches = matchTiers(tiersOf(catalog), render.objects, chosen);
  const match = matches.find((one) => one.tier.id === tier);
  const [workload] = match?.workloads ?? [];
  const labels = Object.entries(workload?.workload?.podLabels ?? {})
    .filter(([key]) => !CHANGING.test(key))
    .map(([key, value]) => `${key}=${value}`);
  return labels.length > 0 ? labels.join(',') : undefined;
}
