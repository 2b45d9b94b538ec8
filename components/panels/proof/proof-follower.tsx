'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { useWizard } from '@/components/state/wizard-context';
import type { WizardState } from '@/components/state/wizard-state';
import { prove } from '@/lib/proof/prove';
import { useSettled } from '../use-settled';
import type { ProofSession } from './proof-session';

const readingOf = ({ reading }: WizardState) => reading;

/** Keeps the proof in step with the answers and with what was given, whichever tab is open. Draws nothing. */
export function ProofFollower({ session }: { readonly session: ProofSession }) {
  const { catalog, store } = useWizard();
  const reading = useSettled(readingOf);
  const { renders, chosen } = useSyncExternalStore(session.subscribe, session.get, session.get);
  useEffect(() => {
    const { before, after, traced } = renders;
    const { raw, userFiles } = store.get().reading;
    if (!before && !after && !traced) {
      if (store.get().proof) store.move({ proof: null });
      if (userFiles.evidence) store.set(raw, without(userFiles));
      return;
    }
    const proof = prove(catalog, reading, {
      ...(before && { before: before.render }),
      ...(after && { after: after.render }),
      ...(traced && { traced: traced.render }),
      chosen,
    });
    store.move({ proof });
    // What it settles changes the limits and the file's head. The same evidence again changes nothing.
    if (JSON.stringify(proof.limits) !== JSON.stringify(userFiles.evidence ?? [])) {
      store.set(raw, { ...userFiles, evidence: proof.limits });
    }
  }, [catalog, store, reading, renders, chosen]);
  return null;
}

function without({ evidence: _, ...rest }: WizardState['reading']['userFiles']) {
  return rest;
}
