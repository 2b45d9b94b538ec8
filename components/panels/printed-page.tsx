import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { useWizard } from '@/components/state/wizard-context';
import { limitsMarkdown } from '@/lib/outputs/limits/limits';
import { textOf } from '@/lib/overlay/overlay';
import type { Reading } from '@/lib/reading/reading';
import { onPrintLimits } from './limits/limits-panel';
import { TopologyPanel } from './topology/topology-panel';

/** Draws what is printed when the browser is about to print, and only then. */
export function Print() {
  const { store } = useWizard();
  const [what, setWhat] = useState<'nothing' | 'page' | 'limits'>('nothing');
  useEffect(() => {
    const begin = () => flushSync(() => setWhat((now) => (now === 'limits' ? now : 'page')));
    const end = () => setWhat('nothing');
    const ignore = onPrintLimits(() => {
      flushSync(() => setWhat('limits'));
      print();
    });
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      ignore();
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  if (what === 'nothing') return null;
  const { reading } = store.get();
  return createPortal(
    <div className="printed-page">
      {what === 'page' && <File reading={reading} />}
      <pre>{limitsMarkdown({ reading })}</pre>
      {what === 'page' && <TopologyPanel reading={reading} />}
    </div>,
    document.body,
  );
}

function File({ reading: { faults, lines } }: { readonly reading: Reading }) {
  return (
    <>
      <h1>values-large.yaml</h1>
      {faults.length > 0 && (
        <p>
          <b>Not to be applied: </b>
          {faults.map(({ key, message }) => `${key}: ${message}`).join(' ')}
        </p>
      )}
      <pre>{textOf(lines)}</pre>
    </>
  );
}
