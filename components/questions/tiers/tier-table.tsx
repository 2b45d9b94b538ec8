'use client';

import type { Option } from '@/lib/domain/option';
import { OptionGroup } from '../option-group';

export function TierTable({ tiers }: { readonly tiers: readonly Option[] }) {
  return tiers.map((tier) => <OptionGroup option={tier} key={tier.id} />);
}
