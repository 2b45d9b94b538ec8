import { countCautions } from '@/components/state/wizard-state';
import { Icon } from '@/components/ui/icon';
import type { Option } from '@/lib/domain/option';
import { wordFor } from '@/lib/domain/plural';
import { useLimitsBeside } from '../fields/limit-rows';
import { CELL } from './table-roles';
import { tierAnswers } from './workload-answers';

/** How many honest limits stand beside a tier; the sign of a caution where there is one. */
export function LimitCount({ tier }: { readonly tier: Option }) {
  const limits = useLimitsBeside(tierAnswers(tier).all);
  const cautions = countCautions({ limits });
  return (
    <td className="tier-limits" {...CELL}>
      {limits.length > 0 && (
        <span className={cautions > 0 ? 'caution' : 'quiet'}>
          <Icon name={cautions > 0 ? 'caution' : 'limit'} />
          <span>{String(limits.length)}</span>
          <span className="limit-word">
            {wordFor(limits.length, cautions === limits.length ? 'caution' : 'limit')}
          </span>
        </span>
      )}
    </td>
  );
}
