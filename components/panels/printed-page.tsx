import { useWizard } from '@/components/state/wizard-context';
import { textOf } from '@/lib/overlay/overlay';
import { TopologyPanel } from './topology/topology-panel';

/** What goes on paper: the file, its limits in full, and the topology. */
export function PrintedPage() {
  const { store } = useWizard();
  const { reading } = store.get();
  const { limits } = reading;
  return (
    <div className="printed-page">
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
        {limits.map(({ id, severity, message, source }) => (
          <div key={id}>
            <dt>
              {severity === 'caution' ? 'Caution' : 'Limit'} <code>{id}</code>
            </dt>
            <dd>
              {message} <i>Source: {source}</i>
            </dd>
          </div>
        ))}
      </dl>
      <h2>Topology</h2>
      <TopologyPanel reading={reading} />
    </div>
  );
}
