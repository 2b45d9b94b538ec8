import { useEffect, useSyncExternalStore } from 'react';
import { useReading, useWizard } from '@/components/state/wizard-context';
import type { WizardStore } from '@/components/state/wizard-store';
import { nextTask } from '@/components/ui/run-in-slices';
import type { Proof } from '@/lib/proof/proof';
import { prove } from '@/lib/proof/prove';
import type { ProofSession } from './proof-session';

/** Keeps the proof in step with the answers and with what was given, whichever tab is open. Draws nothing. */
export function ProofFollower({ session }: { readonly session: ProofSession }) {
  const { catalog, store } = useWizard();
  const reading = useReading();
  const { renders, chosen } = useSyncExternalStore(session.subscribe, session.get, session.get);
  useEffect(() => {
    let isCurrent = true;
    // A large render, the file and the table take a frame each.
    const follow = async () => {
      const { before, after, traced } = renders;
      await nextTask();
      if (!isCurrent) return;
      const proof =
        before || after || traced
          ? prove(catalog, reading, {
              ...(before && { before: before.render }),
              ...(after && { after: after.render }),
              ...(traced && { traced: traced.render }),
              chosen,
            })
          : null;
      await nextTask();
      if (!isCurrent) return;
      if (proof !== store.get().proof) store.move({ proof });
      await nextTask();
      if (isCurrent) takeEvidence(store, proof?.limits ?? []);
    };
    void follow();
    return () => {
      isCurrent = false;
    };
  }, [catalog, store, reading, renders, chosen]);
  return null;
}

/** What a proof settles changes the limits and the file's head. The same evidence again changes nothing. */
function takeEvidence(store: WizardStore, limits: Proof['limits']) {
  const { raw, userFiles } = store.get().reading;
  const { evidence = [], ...rest } = userFiles;
  if (JSON.stringify(limits) === JSON.stringify(evidence)) return;
  store.move({ raw, userFiles: limits.length > 0 ? { ...rest, evidence: limits } : rest });
}
