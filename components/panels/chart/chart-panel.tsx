import { useState } from 'react';
import { RenderOffer } from '@/components/state/render-offer';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { Mark, StateMark } from '@/components/ui/mark';
import { Tick } from '@/components/ui/tick';
import { STATE_ORDER, STATES } from '@/lib/proof/states';
import { ChartCommands } from './chart-commands';
import { ChartTable } from './chart-table';
import { GivenFiles } from './given-files';
import { WorkloadChoices } from './workload-choices';

const EFFECTS = {
  settled: { text: 'Settled', icon: 'ok' },
  worse: { text: 'Worse', icon: 'caution' },
  noted: { text: 'More is known', icon: 'limit' },
} as const;

/** What the operator's chart makes of the file: of every key whether it is listed, and what a render shows of it. */
export function ChartPanel() {
  const { store, replace } = useWizard();
  const chart = useWizardState((state) => state.chart);
  const [isOnlyOpen, setOnlyOpen] = useState(true);
  const forget = () => {
    const { raw, userFiles } = store.get().reading;
    const { chart: _, evidence: __, ...rest } = userFiles;
    replace(raw, 'forgetting the chart', rest, { chartFiles: [], chosenWorkloads: {} });
  };
  return (
    <section className="panel-body" aria-label="Your chart">
      <GivenFiles />
      {chart && (
        <>
          <div className="chart-counts">
            {STATE_ORDER.map((state) => {
              const count = chart.rows.filter((row) => row.state === state).length;
              const text = `${count} ${STATES[state].word}`;
              return count > 0 && <StateMark state={state} text={text} key={state} />;
            })}
            <span className="quiet">{`of ${chart.rows.length} keys and lists`}</span>
            <Tick isOn={isOnlyOpen} onChange={setOnlyOpen}>
              {`Only what is not ${chart.given.renders ? 'reached' : 'listed'} or was moved`}
            </Tick>
            <Button className="link" onClick={forget}>
              Forget this chart
            </Button>
          </div>
          {chart.remarks.map((remark) => (
            <p className="help" key={remark}>
              {remark}
            </p>
          ))}
          <WorkloadChoices tiers={chart.tiers} />
          {chart.findings.map(({ id, where, message }) => (
            <p className="finding" key={id + where + message}>
              <b className="caution">Caution</b> <code>{where}</code>: {message} <code>{id}</code>
            </p>
          ))}
          {Object.keys(chart.offers).map((key) => (
            <RenderOffer of={key} key={key} />
          ))}
          <ChartTable chart={chart} isOnlyOpen={isOnlyOpen} />
        </>
      )}
      {chart && chart.limits.length > 0 && (
        <>
          <h3>What the render says of the limits</h3>
          <p className="help">
            What is settled leaves the file. It belongs to this visit: a link holds none of it.
          </p>
          {chart.limits.map(({ id, effect, evidence }) => (
            <p className="finding" key={id}>
              <Mark {...EFFECTS[effect]} key={effect} /> <code>{id}</code>: {evidence}
            </p>
          ))}
        </>
      )}
      <details className="method" open={!chart}>
        <summary>The commands of a proof</summary>
        <ChartCommands />
      </details>
    </section>
  );
}
