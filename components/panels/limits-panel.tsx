import { useState } from 'react';
import { flushSync } from 'react-dom';
import { AcceptCaution } from '@/components/state/accept-caution';
import { AnswerLink, Words } from '@/components/state/links';
import { RenderOffer } from '@/components/state/render-offer';
import { useReading, useWizard, useWizardState } from '@/components/state/wizard-context';
import { copyText } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { LimitMark, Mark } from '@/components/ui/mark';
import { Source } from '@/components/ui/source';
import { Tick } from '@/components/ui/tick';
import type { Catalog } from '@/lib/domain/catalog';
import { grouped } from '@/lib/domain/grouped';
import type { AppliedLimit } from '@/lib/domain/limit';
import { limitKinds } from '@/lib/domain/limit-kind';
import { limitsMarkdown } from '@/lib/outputs/limits/limits';

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
  const copyLimits = () =>
    copyText(limitsMarkdown({ reading }), 'The limits were copied, as Markdown.');
  const printLimits = () => {
    flushSync(() => store.update({ printing: 'limits' }));
    print();
  };
  return (
    <section className="panel-body limits" aria-label="Honest limits">
      <Tick isOn={isOnlyStep} onChange={setOnlyStep}>
        Only this step <span>{`(${ofStep.length})`}</span>
      </Tick>
      {shown.length === 0 && <h3>No limit touches this step.</h3>}
      {[...grouped(shown, ({ kind }) => kind)].map(([kind, some]) => (
        <div key={kind}>
          <h3>
            <Words of={limitKinds[kind].heading} />
          </h3>
          {some.map((limit) => (
            <LimitRow limit={limit} key={limit.id} />
          ))}
        </div>
      ))}
      {settled.length > 0 && (
        <div>
          <h3>Settled by your render, and out of the file. A link holds none of it</h3>
          {settled.map(({ id, evidence }) => (
            <p className="finding" key={id}>
              <Mark icon="ok" text="Settled" /> <span>{evidence}</span> <code>{id}</code>
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

/** A limit in one line, which opens to its whole text. */
function LimitRow({ limit }: { readonly limit: AppliedLimit }) {
  const { catalog } = useWizard();
  const [isOpen, setOpen] = useState(false);
  const { id, short, message, source, remedy } = limit;
  return (
    <details
      className="limit-row"
      id={`limit-${id}`}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <LimitMark kind={limit.kind} />
        <span className="short">{short}</span>
        <span className="where">{whereOf(catalog, limit)}</span>
      </summary>
      {isOpen && (
        <div className="limit-body">
          <p>{message.slice(short.length).trim()}</p>
          <p className="source">
            <code>{id}</code> · Source: <Source of={source} />
          </p>
          <AcceptCaution limit={limit} />
          {remedy !== undefined && <RenderOffer of={remedy} />}
          {limit.answers.map((key) => (
            <AnswerLink to={key} key={key}>
              Go to {catalog.answerOf.get(key)?.label ?? key}, <code>{key}</code>
            </AnswerLink>
          ))}
        </div>
      )}
    </details>
  );
}

/** "Tiers, API": the step of its first answer, and the option where the step has several rows. */
function whereOf(catalog: Catalog, { answers: [first] }: AppliedLimit): string {
  const option = first === undefined ? undefined : catalog.ownerOf.get(first);
  const step = catalog.steps.find(({ id }) => id === option?.step);
  if (!option || !step) return '';
  return option.workload ? `${step.title}, ${option.title}` : step.title;
}
