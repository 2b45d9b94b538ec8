import { RenderOffer } from '@/components/state/render-offer';
import { Icon } from '@/components/ui/icon';
import type { Answer } from '@/lib/domain/answer';
import { AboutAnswer } from './about-answer';
import { DocumentedValue } from './documented-value';
import { FieldError } from './field-error';
import { controlId, described, helpId } from './ids';
import { useProofMark } from './proof-mark';
import { TextInput } from './text-input';
import { useAnswerState } from './use-answer-state';

/** A question that is answered by typing: label, control, what it means, its error, its key. */
export function Field({ answer }: { readonly answer: Answer }) {
  const { isAsked, isChanged, hasCaution, error } = useAnswerState(answer);
  const mark = useProofMark(answer.key);
  if (!isAsked) return null;
  const { key, label, help, unit } = answer;
  const describedBy = described(key, error !== undefined, mark !== undefined);
  const states = [isChanged && 'changed', hasCaution && 'caution', error && 'wrong'];
  return (
    <div className={['field', ...states].filter(Boolean).join(' ')}>
      <label htmlFor={controlId(key)}>
        <span>{label}</span>
        {hasCaution && (
          <span className="label-mark caution">
            <Icon name="caution" />
            <span>Caution</span>
          </span>
        )}
      </label>
      <div className="box">
        <TextInput answer={answer} describedBy={describedBy} invalid={error !== undefined} />
        {unit !== undefined && <span className="unit">{unit}</span>}
      </div>
      {isChanged && <DocumentedValue answer={answer} />}
      {error !== undefined && <FieldError of={key} message={error} />}
      <p className="help" id={helpId(key)}>
        {help}
      </p>
      {answer.fromRender && <RenderOffer of={key} />}
      <AboutAnswer answer={answer} />
    </div>
  );
}
