'use client';

import { useWizard } from '@/components/state/wizard-context';
import type { Shape } from '@/lib/domain/answer';
import { type ControlProps, controlId } from './control-props';

const COMMON: Readonly<Record<'cpu' | 'memory', readonly string[]>> = {
  cpu: ['100m', '200m', '500m', '1', '2', '4', '8'],
  memory: ['64Mi', '512Mi', '1Gi', '2Gi', '4Gi', '8Gi', '16Gi', '32Gi'],
};

function suggestionsOf(shape: Shape): readonly string[] {
  if (shape.type === 'quantity') return COMMON[shape.resource];
  return shape.type === 'text' ? (shape.suggestions ?? []) : [];
}

/** A name, an address, a list or a quantity. */
export function TextControl({ answer, describedBy, invalid }: ControlProps) {
  const { form } = useWizard();
  const { shape } = answer;
  const suggestions = suggestionsOf(shape);
  const listId = `suggestions-${answer.key}`;
  return (
    <>
      <input
        className={shape.type === 'quantity' ? 'input quantity' : 'input text'}
        type="text"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        id={controlId(answer.key)}
        defaultValue={answer.default}
        placeholder={shape.type === 'text' ? shape.example : undefined}
        list={suggestions.length > 0 ? listId : undefined}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        {...form.register(answer.key)}
      />
      {suggestions.length > 0 && (
        <datalist id={listId}>
          {suggestions.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      )}
    </>
  );
}
