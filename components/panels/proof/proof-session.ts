import { createSignal } from '@/components/ui/signal';
import type { Render } from '@/lib/proof/manifest';
import type { Chosen } from '@/lib/proof/match-tiers';
import type { RenderRole } from '@/lib/proof/proof';

/** A file of manifests that was read. Its text is gone by then. */
export interface GivenRender {
  readonly name: string;
  readonly render: Render;
}

/** What a person has given for the proof. */
export interface Given {
  readonly renders: Readonly<Partial<Record<RenderRole, GivenRender>>>;
  /** The workloads that were chosen, by tier. */
  readonly chosen: Chosen;
}

/** Holds it for as long as the page is open, and nowhere else. */
export interface ProofSession {
  readonly get: () => Given;
  /** Takes a render, in place of the one that had its role. */
  readonly take: (role: RenderRole, given: GivenRender) => void;
  /** Gives a render another role; the two change places where both are taken. */
  readonly move: (from: RenderRole, to: RenderRole) => void;
  readonly choose: (tier: string, workload: string) => void;
  readonly forget: () => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const NOTHING: Given = { renders: {}, chosen: {} };

export function createProofSession(): ProofSession {
  let given = NOTHING;
  const { send, listen } = createSignal();
  const become = (next: Given) => {
    given = next;
    send();
  };
  return {
    get: () => given,
    take: (role, one) => become({ ...given, renders: { ...given.renders, [role]: one } }),
    move(from, to) {
      const { [from]: moved, [to]: other, ...rest } = given.renders;
      if (!moved || from === to) return;
      become({ ...given, renders: { ...rest, [to]: moved, ...(other && { [from]: other }) } });
    },
    choose: (tier, workload) => become({ ...given, chosen: { ...given.chosen, [tier]: workload } }),
    forget: () => become(NOTHING),
    subscribe: listen,
  };
}
