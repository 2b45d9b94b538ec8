import type { KeyboardEvent } from 'react';
import { useWizard } from '@/components/state/wizard-context';
import type { Answer, Shape } from '@/lib/domain/answer';
import { controlId } from './ids';

const COMMON: Readonly<Record<'cpu' | 'memory', readonly string[]>> = {
  cpu: ['100m', '200m', '500m', '1', '2', '4', '8'],
  memory: ['64Mi', '512Mi', '1Gi', '2Gi', '4Gi', '8Gi', '16Gi', '32Gi'],
};

/** What is offered while typing. Quantities have one list for the whole page, so that a table stays light. */
function listOf({ key, shape }: Answer): string | undefined {
  if (shape.type === 'quantity') return `common-${shape.resource}`;
  return shape.type === 'text' && shape.suggestions ? `suggestions-${key}` : undefined;
}

interface Props {
  readonly answer: Answer;
  /** Its name where no label stands beside it. */
  readonly label?: string;
  readonly describedBy?: string | undefined;
  readonly invalid: boolean;
}

/**
 * A number, a quantity, a name, an address or a list, as text. Not `type=number`, which swallows what it cannot read, so
 * that nothing typed is lost and the error can name it. In a number, arrow keys step by 1, with Shift by 10.
 */
export function TextInput({ answer, label, describedBy, invalid }: Props) {
  const wizard = useWizard();
  const { key, shape } = answer;
  const isNumber = shape.type === 'whole-number';
  return (
    <>
      <input
        type="text"
        inputMode={isNumber ? 'numeric' : undefined}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        translate="no"
        id={controlId(key)}
        defaultValue={wizard.store.get().reading.raw[key]}
        placeholder={shape.type === 'text' ? shape.example : undefined}
        list={listOf(answer)}
        onKeyDown={isNumber ? (event) => step(event, answer, shape) : undefined}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        name={key}
        onChange={({ target }) => wizard.answer(key, target.value)}
      />
      {shape.type === 'text' && shape.suggestions && (
        <Suggestions id={`suggestions-${key}`} of={shape.suggestions} />
      )}
    </>
  );

  function step(
    event: KeyboardEvent<HTMLInputElement>,
    { default: fallback }: Answer,
    { min, max }: Extract<Shape, { type: 'whole-number' }>,
  ) {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    const text = event.currentTarget.value;
    if (direction === 0 || event.altKey || !/^\d*$/.test(text)) return;
    event.preventDefault();
    const from = text === '' ? Number(fallback || min) - direction : Number(text);
    const next = Math.min(max, Math.max(min, from + direction * (event.shiftKey ? 10 : 1)));
    wizard.answer(key, String(next));
  }
}

function Suggestions({ id, of }: { readonly id: string; readonly of: readonly string[] }) {
  return (
    <datalist id={id} translate="no">
      {of.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}

/** What quantities offer while typing: once for all of them on screen. */
export function CommonQuantities() {
  return (
    <>
      <Suggestions id="common-cpu" of={COMMON.cpu} />
      <Suggestions id="common-memory" of={COMMON.memory} />
    </>
  );
}
