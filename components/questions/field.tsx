'use client';

import { useFormState } from 'react-hook-form';
import { questionId } from '@/components/state/places';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import type { Answer } from '@/lib/domain/answer';
import { AboutKey } from './about-key';
import { Control } from './controls/control';
import { controlId } from './controls/control-props';
import { LimitNotes, standsAlone } from './limit-notes';

/** One question: label, control, what it means, its error, its key, and the limits that come with the answer. */
export function Field({ answer }: { readonly answer: Answer }) {
  const isAsked = useWizardState(({ reading }) => reading.isActive(answer));
  const error = useShownError(answer.key);
  const { key, label, help, unit, shape } = answer;
  if (!isAsked) return null;

  const helpId = `help-${key}`;
  const errorId = `error-${key}`;
  const describedBy = error === undefined ? helpId : `${errorId} ${helpId}`;
  const control = (
    <Control answer={answer} describedBy={describedBy} invalid={error !== undefined} />
  );
  const rest = (
    <>
      {/* Four quantities in a tier say the same: theirs stands in what folds out of the key. */}
      {shape.type !== 'quantity' && (
        <p className="help" id={helpId}>
          {help}
        </p>
      )}
      {error !== undefined && (
        <p className="error" id={errorId}>
          <span className="error-mark">Problem:</span> {error}
        </p>
      )}
      <AboutKey answer={answer} />
      {standsAlone(answer) && <LimitNotes of={[answer]} />}
    </>
  );

  if (shape.type === 'choice') {
    return (
      <fieldset className="field field-choice" id={questionId(key)}>
        <legend className="label">{label}</legend>
        {control}
        {rest}
      </fieldset>
    );
  }
  return (
    <div className={`field field-${shape.type}`} id={questionId(key)}>
      {shape.type !== 'switch' && (
        <label className="label" htmlFor={controlId(key)}>
          {label}
        </label>
      )}
      <div className={unit === undefined ? undefined : 'with-unit'}>
        {control}
        {unit !== undefined && <span className="unit">{unit}</span>}
      </div>
      {rest}
    </div>
  );
}

/** The error of an answer once the field, or one that could fix it, has been left, or a download was tried. */
function useShownError(key: string): string | undefined {
  const { form } = useWizard();
  const fault = useWizardState(({ faultAt }) => faultAt.get(key));
  const state = useFormState({ control: form.control, name: [key, ...(fault?.with ?? [])] });
  if (!fault) return undefined;
  const wasLeft = [key, ...fault.with].some((name) => form.getFieldState(name, state).isTouched);
  return wasLeft || state.isSubmitted ? fault.message : undefined;
}
