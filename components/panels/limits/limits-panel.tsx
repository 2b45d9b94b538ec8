import { useState } from 'react';
import { answersBeside, optionOf } from '@/components/state/places';
import { useReading, useWizard, useWizardState } from '@/components/state/wizard-context';
import { Icon } from '@/components/ui/icon';
import { Tick } from '@/components/ui/tick';
import type { AppliedLimit } from '@/lib/domain/limit';
import { LimitRow } from './limit-row';

/** All limits that apply: cautions, then those of this choice, then those that are always true. */
export function LimitsPanel() {
  const { catalog } = useWizard();
  const { limits, settled } = useReading();
  const step = useWizardState((state) => state.step);
  const [isOnlyStep, setOnlyStep] = useState(false);
  const ofStep = limits.filter((limit) =>
    answersBeside(catalog, limit).some((key) => optionOf(catalog, key)?.step === step),
  );
  const shown = isOnlyStep ? ofStep : limits;
  const groups = GROUPS.map((group) => ({ ...group, members: shown.filter(group.has) })).filter(
    ({ members }) => members.length > 0,
  );
  const onlyStep = (
    <Tick isOn={isOnlyStep} onChange={setOnlyStep}>
      Only this step <span key={ofStep.length}>({ofStep.length})</span>
    </Tick>
  );
  return (
    <section className="panel-body limits" aria-label="Honest limits">
      {groups.map(({ title, members }, index) => (
        <div className="limit-group" key={title}>
          <header>
            <h3>{title}</h3>
            {index === 0 && onlyStep}
          </header>
          {members.map((limit) => (
            <LimitRow limit={limit} key={limit.id} />
          ))}
        </div>
      ))}
      {settled.length > 0 && (
        <div className="limit-group">
          <header>
            <h3>Settled by your render, and out of the file. A link holds none of it</h3>
          </header>
          {settled.map(({ id, evidence }) => (
            <p className="settled" key={id}>
              <span className="state state-settled">
                <Icon name="reached" /> Settled
              </span>{' '}
              <span key={evidence}>{evidence}</span> <code>{id}</code>
            </p>
          ))}
        </div>
      )}
      {groups.length === 0 && (
        <header>
          <h3>No limit touches this step.</h3>
          {onlyStep}
        </header>
      )}
    </section>
  );
}

const GROUPS: readonly { title: string; has: (limit: AppliedLimit) => boolean }[] = [
  {
    title: 'Cautions: this choice will probably hurt',
    has: ({ severity }) => severity === 'caution',
  },
  { title: 'True of this choice', has: ({ severity, always }) => severity === 'limit' && !always },
  {
    title: 'True whatever you choose',
    has: ({ severity, always }) => severity === 'limit' && always,
  },
];
