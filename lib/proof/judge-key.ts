import type { AskedKey } from './asked-keys';
import { judgeConfiguration } from './judge-configuration';
import { judgeField } from './judge-field';
import { judgePresence } from './judge-presence';
import { type Judgement, unknown } from './judgement';
import type { Verdict } from './proof';
import type { SeenRenders } from './seen-renders';
import type { Tier } from './tier';

/** What the renders say of one key. */
export const judgeKey = (key: AskedKey, tier: Tier | undefined, seen: SeenRenders): Verdict => ({
  ...judge(key, tier, seen),
  asked: key.asked,
  ...(tier && { tier: tier.id }),
});

function judge(key: AskedKey, tier: Tier | undefined, seen: SeenRenders): Judgement {
  const { evidence } = key;
  if (!seen.after && !seen.traced) return unknown('No render is given.');
  switch (evidence.in) {
    case 'no manifest':
      return unknown('This key has no field of its own in any manifest, so no render can tell.');
    case 'configuration':
      return judgeConfiguration(key, tier, seen);
    case 'environment':
      return judgeField(key, undefined, seen);
  }
  if (!tier) return unknown('No tier is declared for this key.');
  const isSwitch =
    evidence.in === 'workload' ||
    evidence.in === 'cronJob' ||
    (evidence.in === 'scaler' && evidence.field === 'exists');
  return isSwitch ? judgePresence(key, tier, seen) : judgeField(key, tier, seen);
}
