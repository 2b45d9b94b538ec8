import { useWizardState } from '@/components/state/wizard-context';
import type { Answer } from '@/lib/domain/answer';
import { DocumentedValue } from '../fields/documented-value';
import { errorId, proofId } from '../fields/ids';
import { inSentence } from '../fields/in-sentence';
import { inRender, ProofSign, useProofMark } from '../fields/proof-mark';
import { TextInput } from '../fields/text-input';
import { useAnswerState } from '../fields/use-answer-state';

interface Props {
  readonly answer: Answer;
  /** The tier's title: with the answer's label it is the control's name. */
  readonly tier: string;
}

/** One figure of a tier; of a tier that is off as quiet text. A changed one shows the documented value beneath. */
export function Cell({ answer, tier }: Props) {
  const { isAsked, isChanged, error } = useAnswerState(answer);
  const raw = useWizardState(({ reading }) => (isAsked ? '' : reading.raw[answer.key]));
  const mark = useProofMark(answer.key);
  if (!isAsked) {
    return (
      <span className="cell-text" translate="no">
        {raw}
      </span>
    );
  }
  const isWrong = error !== undefined;
  return (
    <span
      title={mark && inRender(mark)}
      className={`cell${isChanged ? ' changed' : ''}${isWrong ? ' wrong' : ''}`}
    >
      <TextInput
        answer={answer}
        label={`${tier}, ${inSentence(answer.label)}`}
        describedBy={isWrong ? errorId(answer.key) : mark && proofId(answer.key)}
        invalid={isWrong}
      />
      {mark && <ProofSign of={answer.key} mark={mark} />}
      {isChanged && <DocumentedValue answer={answer} isShort />}
    </span>
  );
}
