import { useState } from 'react';
import { flushSync } from 'react-dom';
import { Words } from '@/components/state/links';
import { useReading, useWizard, useWizardState } from '@/components/state/wizard-context';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';
import { Mark } from '@/components/ui/mark';
import { Tick } from '@/components/ui/tick';
import { kindNames, limitKinds } from '@/lib/domain/limit-kind';
import { limitsMarkdown } from '@/lib/outputs/limits/limits';
import { LimitRow } from './limit-row';

/** All limits that apply, under the headings of their kinds. */
export function LimitsPanel() {
  const { catalog, store } = useWizard();
  const reading = useReading();
  const { limits, settled } = reading;
  const step = useWizardState((state) => state.step);
  const [isOnlyStep, setOnlyStep] = useState(false);
  const ofStep = limits.filter((limit) =>
    limit.answers.some((key) => catalog.ownerOf.get(key)?.step === step),
  );
  const shown = isOnlyStep ? ofStep : limits;
  const groups = kindNames
    .map((kind) => ({
      heading: limitKinds[kind].heading,
      members: shown.filter((limit) => limit.kind === kind),
    }))
    .filter(({ members }) => members.length > 0);
  const copyLimits = async () =>
    announce(await copyText(limitsMarkdown({ reading }), 'The limits were copied, as Markdown.'));
  const printLimits = () => {
    flushSync(() => store.update({ printing: 'limits' }));
    print();
  };
  return (
    <section className="panel-body limits" aria-label="Honest limits">
      <Tick isOn={isOnlyStep} onChange={setOnlyStep}>
        Only this step <span key={ofStep.length}>({ofStep.length})</span>
      </Tick>
      {groups.length === 0 && <h3>No limit touches this step.</h3>}
      {groups.map(({ heading, members }) => (
        <div key={heading}>
          <h3>
            <Words of={heading} />
          </h3>
          {members.map((limit) => (
            <LimitRow limit={limit} key={limit.id} />
          ))}
        </div>
      ))}
      {settled.length > 0 && (
        <div>
          <h3>Settled by your render, and out of the file. A link holds none of it</h3>
          {settled.map(({ id, evidence }) => (
            <p className="finding" key={id}>
              <Mark icon="ok" text="Settled" /> <span key={evidence}>{evidence}</span>{' '}
              <code>{id}</code>
            </p>
          ))}
        </div>
      )}
      <div className="panel-end">
        <Button onClick={copyLimits}>Copy limits</Button>
        <Button onClick={printLimits}>Print limits</Button>
      </div>
    </section>
  );
}
