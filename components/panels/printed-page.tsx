import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { useWizard } from '@/components/state/wizard-context';
import { limitKinds } from '@/lib/domain/limit-kind';
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
    const media = matchMedia('print');
    const begin = () => flushSync(() => setWhat((now) => (now === 'limits' ? now : 'page')));
    const end = () => setWhat('nothing');
    const follow = () => (media.matches ? begin() : end());
    const ignore = onPrintLimits(() => {
      flushSync(() => setWhat('limits'));
      print();
    });
    if (media.matches) setWhat('page');
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    media.addEventListener('change', follow);
    return () => {
      ignore();
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
      media.removeEventListener('change', follow);
    };
  }, []);
  if (what === 'nothing') return null;
  const { reading } = store.get();
  return createPortal(
    <div className="printed-page">
      {what === 'limits' ? (
        <pre>{limitsMarkdown({ reading })}</pre>
      ) : (
        <WholePage reading={reading} />
      )}
    </div>,
    document.body,
  );
}

/** The file, the limits in full, and the topology. */
function WholePage({ reading }: { readonly reading: Reading }) {
  return (
    <>
      <h1>values-large.yaml</h1>
      {reading.faults.length > 0 && (
        <p>
          <b>Not to be applied: </b>
          {reading.faults.map(({ key, message }) => `${key}: ${message}`).join(' ')}
        </p>
      )}
      <pre>{textOf(reading.lines)}</pre>
      <h2>Honest limits</h2>
      <dl>
        {reading.limits.map(({ id, severity, message, source }) => (
          <div key={id}>
            <dt>
              {limitKinds[severity].word} <code>{id}</code>
            </dt>
            <dd>
              {message} <i>Source: {source}</i>
            </dd>
          </div>
        ))}
      </dl>
      <h2>Topology</h2>
      <TopologyPanel reading={reading} />
    </>
  );
}
