import { useEffect, useRef, useState } from 'react';
import { useWizardState } from '@/components/state/wizard-context';
import { onAnnounce } from '@/components/ui/announce';

/** After the last keystroke, how long until the sentence is said: one for a number, not one for each digit. */
const PAUSE_MS = 600;

/** One polite sentence after each change, or after something was done. */
export function StatusLine() {
  const whatChanged = useWizardState((state) => state.whatChanged);
  const lines = useWizardState((state) => state.lines);
  const [sentence, setSentence] = useState('');
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(
    () =>
      onAnnounce((done) => {
        clearTimeout(pending.current); // what was done since says more than the change before it
        setSentence(done);
      }),
    [],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same sentence about other lines is said again
  useEffect(() => {
    if (whatChanged === '') return;
    pending.current = setTimeout(() => setSentence(whatChanged), PAUSE_MS);
    return () => clearTimeout(pending.current);
  }, [whatChanged, lines]);

  return (
    <output className="step-said" aria-live="polite">
      {sentence}
    </output>
  );
}
