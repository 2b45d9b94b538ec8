import type { AskedKey } from '../asked-keys';
import type { MatchedRenders } from '../matched-renders';
import type { Verdict } from '../states';
import { type Case, type Judgement, unknown } from './case';
import { judgeConfiguration } from './judge-configuration';
import { judgeField } from './judge-field';
import { judgeSwitch } from './judge-switch';

/**
 * What the renders say of one leaf of the overlay.
 * @param all every leaf of it
 */
export function judgeKey(
  key: AskedKey,
  matched: MatchedRenders,
  all: readonly AskedKey[],
): Verdict {
  const tier = matched.tierList.find(({ id }) => id === key.option);
  const others = all.filter(({ entry }) => entry !== key.entry);
  const judgement = judge({ key, tier, matched, others });
  return { ...judgement, asked: key.asked, ...(tier && { tier: tier.id }) };
}

function judge(one: Case): Judgement {
  const { evidence } = one.key;
  if (!one.matched.after && !one.matched.traced) return unknown('No render is given.');
  if (evidence.in === 'no manifest') {
    return unknown('This key has no field of its own in any manifest, so no render can tell.');
  }
  if (evidence.in === 'configuration') return judgeConfiguration(one);
  if (evidence.in === 'environment') return judgeField({ ...one, tier: undefined });
  if (!one.tier) return unknown('No tier is declared for this key.');
  const isSwitch =
    evidence.in === 'workload' ||
    evidence.in === 'cronJob' ||
    (evidence.in === 'scaler' && evidence.field === 'exists');
  return isSwitch ? judgeSwitch(one, one.tier) : judgeField(one);
}
