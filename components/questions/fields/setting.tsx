import { RenderOffer } from '@/components/state/render-offer';
import { useWizardState } from '@/components/state/wizard-context';
import type { Answer } from '@/lib/domain/answer';
import { AboutAnswer } from './about-answer';
import { ChoiceInput } from './choice-input';
import { DocumentedValue } from './documented-value';
import { FieldError } from './field-error';
import { controlId, described, helpId } from './ids';
import { useProofMark } from './proof-mark';
import { SwitchInput } from './switch-input';
import { TextInput } from './text-input';
import { useAnswerState } from './use-answer-state';

/** A question as a row: what it means on the left, its small control on the right. */
export function Setting({ answer }: { readonly answer: Answer }) {
  const { isAsked, isChanged, error } = useAnswerState(answer);
  const mark = useProofMark(answer.key);
  if (!isAsked) return null;
  const { key, label, unit, shape } = answer;
  const describedBy = described(key, error !== undefined, mark !== undefined);
  const state = { answer, describedBy, invalid: error !== undefined };
  const isChoice = shape.type === 'choice';
  const Row = isChoice ? 'fieldset' : 'div';
  return (
    <Row className={`setting${isChanged ? ' changed' : ''}${error === undefined ? '' : ' wrong'}`}>
      <div className="setting-text">
        {isChoice ? <legend>{label}</legend> : <label htmlFor={controlId(key)}>{label}</label>}
        <Help answer={answer} />
        {error !== undefined && <FieldError of={key} message={error} />}
        {answer.fromRender && <RenderOffer of={key} />}
        <AboutAnswer answer={answer} />
      </div>
      <div className="setting-control">
        {isChoice ? (
          <ChoiceInput
            answer={answer}
            choices={shape.choices}
            describedBy={describedBy}
            as="segments"
          />
        ) : shape.type === 'switch' ? (
          <SwitchInput {...state} />
        ) : (
          <div className="box small">
            <TextInput {...state} />
            {unit !== undefined && <span className="unit">{unit}</span>}
          </div>
        )}
        {isChanged && <DocumentedValue answer={answer} isShort />}
      </div>
    </Row>
  );
}

/** What it means; of a choice, what the chosen member means too. */
function Help({ answer: { key, help, shape } }: { readonly answer: Answer }) {
  const chosen = useWizardState(({ reading }) => reading.raw[key]);
  const choice = shape.type === 'choice' && shape.choices.find(({ value }) => value === chosen);
  return (
    <p className="help" id={helpId(key)}>
      {choice ? `${help} ${choice.summary}` : help}
    </p>
  );
}
