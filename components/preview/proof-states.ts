import type { Proof, State } from '@/lib/proof/proof';

/** From what a person must see first to what is well. */
const WORST_FIRST: readonly State[] = [
  'nowhere',
  'differs',
  'unknown',
  'conditional',
  'present',
  'reached',
];

/** What a proof says of each key of the file: of a list, the worst of what it holds. */
export function proofStates(proof: Proof | null): ReadonlyMap<string, State> {
  const states = new Map<string, State>();
  for (const [leaf, { state }] of Object.entries(proof?.keys ?? {})) {
    const path = leaf.replace(/(?<!\\)\[.*$/, ''); // a list stands at one key
    const there = states.get(path);
    if (!there || WORST_FIRST.indexOf(state) < WORST_FIRST.indexOf(there)) states.set(path, state);
  }
  return states;
}
