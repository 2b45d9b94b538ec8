import { useEffect } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { limitsMarkdown } from '@/lib/outputs/limits/limits';
import { topology } from '@/lib/outputs/topology/topology';
import { topologySvg } from '@/lib/outputs/topology/topology-svg';
import { textOf } from '@/lib/overlay/overlay';
import type { Reading } from '@/lib/reading/reading';
import { TopologyPicture } from './topology-panel';

/** Draws what is printed when the browser is about to print, and only then. */
export function Print() {
  const { catalog, store } = useWizard();
  const printing = useWizardState((state) => state.printing);
  useEffect(() => {
    const begin = () => {
      if (store.get().printing === 'nothing') flushSync(() => store.update({ printing: 'page' }));
    };
    const end = () => store.update({ printing: 'nothing' });
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, [store]);
  if (printing === 'nothing') return null;
  const { reading } = store.get();
  return createPortal(
    <div className="printed-page">
      {printing === 'page' && <File reading={reading} />}
      <pre>{limitsMarkdown({ reading })}</pre>
      {printing === 'page' && <TopologyPicture svg={topologySvg(topology(catalog, reading))} />}
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
