import { useWizardState } from '@/components/state/wizard-context';
import type { Answer } from '@/lib/domain/answer';
import type { Option } from '@/lib/domain/option';
import { FieldError } from '../fields/field-error';
import { useAnswerState } from '../fields/use-answer-state';
import { COLUMNS } from './columns';
import { CELL, ROW } from './table-roles';
import { tierAnswers } from './workload-answers';

/** What is wrong with the figures of a row, and, while it is closed, with what it opens to. */
export function TierErrors({ tier, isOpen }: { readonly tier: Option; readonly isOpen: boolean }) {
  const { all, inRow } = tierAnswers(tier);
  const answers = isOpen ? inRow : all;
  const hasFault = useWizardState(({ faultAt }) => answers.some(({ key }) => faultAt.has(key)));
  if (!hasFault) return null;
  return (
    <tr className="tier-errors" {...ROW}>
      <td colSpan={COLUMNS} {...CELL}>
        {answers.map((answer) => (
          <ErrorOf answer={answer} key={answer.key} />
        ))}
      </td>
    </tr>
  );
}

function ErrorOf({ answer }: { readonly answer: Answer }) {
  const { error } = useAnswerState(answer);
  return error === undefined ? null : <FieldError of={answer.key} message={error} />;
}
