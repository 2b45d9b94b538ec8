import type { AskedKey } from './asked-keys';
import { judgeConfiguration } from './judge-configuration';
import { judgeField } from './judge-field';
import { judgePresence } from './judge-presence';
import { type Judgement, unknown } from './judgement';
import type { Verdict } from './proof';
import type { SeenRenders } from './seen-renders';
import type { Tier } from './tier';

/** What the renders say of one key. */
export function judgeKey(key: AskedKey, tier: Tier | undefined, seen: SeenRenders): Verdict {
  const judgement = judge(key, tier, seen);
  return { ...judgement, asked: key.asked, ...(tier && { tier: tier.id }) };
}

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
    case 'workload':
    case 'cronJob':
      return tier ? judgePresence(key, tier, seen) : unknown(NO_TIER);
    case 'scaler':
      if (evidence.field === 'exists') {
        return tier ? judgePresence(key, tier, seen) : unknown(NO_TIER);
      }
      break;
  }
  return tier ? judgeField(key, tier, seen) : unknown(NO_TIER);
}

const NO_TIER = 'No tier is declared for this key.';
