'use client';

import { focusControl } from '@/components/state/focus';
import { useWizard } from '@/components/state/wizard-context';
import { Icon } from '@/components/ui/icon';
import type { Answer } from '@/lib/domain/answer';
import { readable } from './readable';

interface Props {
  readonly answer: Answer;
  /** Beside a table's cell the documented value stands alone. */
  readonly isShort?: boolean;
  /** Whether the answer's own control is on screen and takes the focus. */
  readonly isElsewhere?: boolean;
}

/** The documented value of a changed answer, and one click back to it. */
export function WayBack({ answer, isShort, isElsewhere }: Props) {
  const wizard = useWizard();
  const documented = readable(answer, answer.default);
  return (
    <button
      type="button"
      className="way-back"
      title={`Back to the documented default: ${documented}`}
      aria-label={`Back to ${documented} for ${answer.label}`}
      onClick={() => {
        wizard.answer(answer.key, answer.default);
        if (!isElsewhere) focusControl(answer.key);
      }}
    >
      <Icon name="undo" />
      {!isElsewhere && <span>{isShort ? documented : `Back to ${documented}, as documented`}</span>}
    </button>
  );
}
