import type { Answer } from '@/lib/domain/answer';
import { wholeNumber } from '@/lib/domain/declare';
import { source } from '../sources';

interface Fixed {
  /** The tier's root key. */
  readonly tier: string;
  readonly pods: number;
  readonly help?: string;
  readonly when?: Answer['when'];
}

/** The number of pods of a tier that nothing scales. */
export function fixedReplicas({
  tier,
  pods,
  help = 'Fixed: no autoscaler is documented for this tier.',
  when,
}: Fixed): Answer<number> {
  return wholeNumber({
    key: `${tier}.replicaCount`,
    shows: { in: 'replicas' },
    label: 'Number of pods',
    help,
    unit: 'pods',
    source: `${source.tierLayout}; path: ${source.helmConvention}`,
    default: pods,
    min: 1,
    max: 100,
    when,
  });
}
