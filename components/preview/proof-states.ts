import { type Proof, STATES, type State } from '@/lib/proof/proof';

/** What a proof says of each key of the file: of a list, the worst of what it holds. */
export function proofStates(proof: Proof | null): ReadonlyMap<string, State> {
  const states = new Map<string, State>();
  for (const [leaf, { state }] of Object.entries(proof?.keys ?? {})) {
    const path = leaf.replace(/(?<!\\)\[.*$/, ''); // a list stands at one key
    const there = states.get(path);
    if (!there || STATES.indexOf(state) < STATES.indexOf(there)) states.set(path, state);
  }
  return states;
}
