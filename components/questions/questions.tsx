import { memo, useEffect } from 'react';
import { useFormState } from 'react-hook-form';
import { focusIn, STEP_TITLE } from '@/components/state/focus';
import { Words } from '@/components/state/links';
import { PanelBoundary } from '@/components/state/panel-boundary';
import { type StepName, stepsOf } from '@/components/state/steps';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { completeAnswers } from '@/lib/domain/evaluate';
import type { Preset } from '@/lib/domain/option';
import { useFocusedAnswer } from './fields/controls';
import { FindField } from './find-field';
import { Intro } from './intro';
import { ErrorSummary, Notices, PROBLEMS } from './notices';
import { BackendGroup, Group, OptionGroup } from './option-group';
import { Review } from './review';
import { StepFooter } from './step-footer';
import { Stepper } from './stepper';
import { TierTable } from './tiers/tier-table';

/** The left side: the steps, one of them on screen, and the way to the next. */
export const Questions = memo(function Questions() {
  const { form } = useWizard();
  const step = useWizardState((state) => state.step);
  const followFocus = useFocusedAnswer();
  const { submitCount } = useFormState({ control: form.control });
  useEffect(() => {
    if (submitCount > 0) focusIn(document.getElementById(PROBLEMS));
  }, [submitCount]);
  return (
    <section className="questions" aria-label="Questions">
      <Stepper />
      <div className="step-scroll" key={step}>
        <div className="step" {...followFocus}>
          <StepHead step={step} />
          {submitCount > 0 && <ErrorSummary />}
          <Notices />
          <PanelBoundary name="This step">
            {step === 'review' ? <Review /> : <StepBody step={step} />}
          </PanelBoundary>
        </div>
      </div>
      <StepFooter />
    </section>
  );
});

/** The title of the step, how far along that is, and the way to any answer. */
function StepHead({ step }: { readonly step: StepName }) {
  const { catalog } = useWizard();
  const steps = stepsOf(catalog);
  const index = steps.findIndex(({ id }) => id === step);
  return (
    <header className="step-head">
      <h1 id={STEP_TITLE} tabIndex={-1}>
        {steps[index]?.title}
      </h1>
      <p className="step-count">{`Step ${index + 1} of ${steps.length}`}</p>
      <FindField />
    </header>
  );
}

/** One step: what its options ask. What a step looks like follows from them, not from its name. */
function StepBody({ step }: { readonly step: StepName }) {
  const { catalog } = useWizard();
  const [first] = stepsOf(catalog);
  const options = catalog.options.filter((option) => option.step === step);
  const tiers = options.filter(({ workload }) => workload);
  const chooser = options.find(({ choice }) => choice);
  const others = options.filter(
    (option) =>
      !option.workload && option !== chooser && !options.some(({ id }) => id === option.about),
  );
  return (
    <>
      {step === first.id && <Intro />}
      <p className="lede">
        <Words of={catalog.steps.find(({ id }) => id === step)?.lede ?? ''} />
      </p>
      {step === first.id && <Presets />}
      {tiers.length > 0 && <TierTable tiers={tiers} />}
      {chooser?.choice && <BackendGroup option={chooser} choice={chooser.choice} />}
      {others.map((option) => (
        <OptionGroup option={option} key={option.id} />
      ))}
    </>
  );
}

/** Known sets of answers to start from. One replaces all answers, and can be undone. */
function Presets() {
  const { catalog } = useWizard();
  return (
    <Group title="Starting point" summary="Replaces every answer. You can undo it.">
      <div className="cards">
        {catalog.presets.map((preset) => (
          <PresetCard preset={preset} key={preset.name} />
        ))}
      </div>
    </Group>
  );
}

function PresetCard({ preset }: { readonly preset: Preset }) {
  const { catalog, replace } = useWizard();
  const answers = completeAnswers(catalog, preset.sets);
  const isCurrent = useWizardState(({ reading }) =>
    catalog.answers.every(({ key }) => reading.raw[key] === answers[key]),
  );
  return (
    <Button
      className="card"
      aria-pressed={isCurrent}
      onClick={() => {
        if (!isCurrent) replace(answers, `starting point ${preset.title}`);
      }}
    >
      <b>
        {preset.title} {isCurrent && <Icon name="ok" />}
      </b>
      <span className="card-summary">{preset.summary}</span>
    </Button>
  );
}
