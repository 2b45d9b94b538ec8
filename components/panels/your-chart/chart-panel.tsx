import { useState } from 'react';
import { RenderOffer } from '@/components/state/render-offer';
import { useReading, useWizard, useWizardState } from '@/components/state/wizard-context';
import { save } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { CodeSnippet } from '@/components/ui/code-snippet';
import { Mark, StateMark } from '@/components/ui/mark';
import { Tick } from '@/components/ui/tick';
import { helmCommand } from '@/lib/domain/helm-command';
import { probeOverlay } from '@/lib/proof/probe';
import { STATE_ORDER, STATES } from '@/lib/proof/states';
import type { TierMatch } from '@/lib/proof/tiers';
import { ChartTable } from './chart-table';
import { GivenFiles } from './given-files';

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
          {chart.rows.some(({ state }) => state === 'not-listed') && (
            <p className="help">
              Not listed: your chart’s values do not have this path; a template may still read it.
            </p>
          )}
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
              <Mark {...EFFECTS[effect]} /> <code>{id}</code>: <span>{evidence}</span>
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

/** Which workload is which tier: asked where several fit or none does, shown where one was taken. */
function WorkloadChoices({ tiers }: { readonly tiers: readonly TierMatch[] }) {
  const { store } = useWizard();
  const choose = (tier: string, workload: string) =>
    store.update({ chosenWorkloads: { ...store.get().chosenWorkloads, [tier]: workload } });
  const open = tiers.filter(
    ({ taken, fits, all }) => taken.length === 0 && (fits.length > 0 || all.length > 0),
  );
  const taken = tiers.filter((match) => match.taken.length > 0);
  return (
    <>
      {open.map(({ tier: { id, title }, fits, all }) => (
        <p className="workload-choice" key={id}>
          <label>
            {fits.length > 0 ? `Several workloads fit ${title}: ` : `No workload fits ${title}: `}
            <select defaultValue="" onChange={({ target }) => choose(id, target.value)}>
              <option value="" disabled>
                choose one
              </option>
              {(fits.length > 0 ? fits : all).map((name) => (
                <option value={name} key={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </p>
      ))}
      {taken.length > 0 && (
        <details className="method">
          <summary>Which workload was taken for which tier</summary>
          <ul className="help">
            {taken.map(({ tier, taken: names }) => (
              <li key={tier.id}>
                {tier.title}: {names.join(', ')}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const RENDER = helmCommand('template', []).replace(
  '-f ',
  '--api-versions keda.sh/v1alpha1 --api-versions monitoring.coreos.com/v1 -f ',
);

const IN_BASH = `render() { ${RENDER} "$@"; }
render > before.yaml
render -f values-large.yaml > after.yaml
render -f values-large.yaml -f probe.yaml > traced.yaml`;

// `>` of Windows PowerShell would write UTF-16.
const IN_POWERSHELL = `function render { ${RENDER} @args }
render | Out-File -Encoding utf8 before.yaml
render -f values-large.yaml | Out-File -Encoding utf8 after.yaml
render -f values-large.yaml -f probe.yaml | Out-File -Encoding utf8 traced.yaml`;

/** How to make the three renders. */
function ChartCommands() {
  const { catalog } = useWizard();
  const reading = useReading();
  return (
    <>
      <h3>Three renders. Nothing is applied</h3>
      <CodeSnippet text={IN_BASH} what="the commands for bash" />
      <details className="method">
        <summary>In PowerShell</summary>
        <CodeSnippet text={IN_POWERSHELL} what="the commands for PowerShell" />
      </details>
      <p className="help">
        <Button
          className="link"
          onClick={() => save(probeOverlay(catalog, reading), 'probe.yaml', 'application/yaml')}
        >
          Download probe.yaml
        </Button>{' '}
        of these very answers for the third: no two numbers in it are the same, so where one turns
        up, its key arrives. The render <code>after.yaml</code> alone works too, and so does what{' '}
        <code>helm get manifest</code> or <code>kubectl get -o yaml</code> print.
      </p>
    </>
  );
}
