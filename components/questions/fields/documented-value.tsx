import { focusControl } from '@/components/state/focus';
import { useWizard } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Answer } from '@/lib/domain/answer';
import { readable } from './readable';

interface Props {
  readonly answer: Answer;
  /** Beside a table's cell the documented value stands alone. */
  readonly isShort?: boolean;
  /** Where the answer's own control is not on screen: takes the focus instead. */
  readonly onDone?: () => void;
}

/** The documented value, of a choice by its label. */
function named(answer: Answer): string {
  const { shape, default: raw } = answer;
  const choice = shape.type === 'choice' && shape.choices.find(({ value }) => value === raw);
  return choice ? choice.label : readable(answer, raw);
}

/** The documented value of a changed answer, and one click back to it. */
export function DocumentedValue({ answer, isShort, onDone }: Props) {
  const wizard = useWizard();
  const documented = named(answer);
  return (
    <Button
      className="documented-value"
      title={`Back to the documented default: ${documented}`}
      aria-label={`Back to ${documented} for ${answer.label}`}
      onClick={() => {
        wizard.answer(answer.key, answer.default);
        if (onDone) onDone();
        else focusControl(answer.key);
      }}
    >
      <Icon name="undo" />
      {!onDone && <span>{isShort ? documented : `Back to ${documented}, as documented`}</span>}
    </Button>
  );
}
