import { memo } from 'react';
import { PanelBoundary } from '@/components/state/panel-boundary';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { StepBody } from './step-body';
import { StepFooter } from './step-footer';
import { StepHead } from './step-head';
import { Stepper } from './stepper';
import { useFocusedAnswer } from './use-focused-answer';
import { useLazyQuestions } from './use-lazy-questions';

/** The left side: the steps, one of them on screen, and the way to the next. */
export const Questions = memo(function Questions() {
  const { catalog } = useWizard();
  const step = useWizardState((state) => state.step);
  const drawing = useWizardState((state) => state.drawing);
  const lazy = useLazyQuestions();
  const followFocus = useFocusedAnswer(catalog);
  return (
    <section className="questions" aria-label="Questions">
      <Stepper />
      <div className="step-scroll" key={step}>
        <div className="step" {...followFocus}>
          <StepHead />
          {lazy && <lazy.ErrorSummary />}
          {lazy && <lazy.LinkNotices />}
          {lazy && <lazy.NotKept />}
          <PanelBoundary name="This step" key={drawing}>
            <StepBody step={step} />
          </PanelBoundary>
        </div>
      </div>
      <StepFooter />
    </section>
  );
});
