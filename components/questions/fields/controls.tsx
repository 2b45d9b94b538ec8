import type {
  ClipboardEvent,
  ComponentProps,
  ComponentType,
  FocusEvent,
  KeyboardEvent,
} from 'react';
import { useController } from 'react-hook-form';
import { partnersOf, revalidate } from '@/components/state/answers-form';
import { answerName } from '@/components/state/places';
import { useWizard } from '@/components/state/wizard-context';
import type { Answer, Raw, Shape } from '@/lib/domain/answer';
import { understand } from '@/lib/domain/shape';
import { partId } from './answer-state';

interface InputProps {
  readonly answer: Answer;
  /** Its name where no label stands beside it. */
  readonly label?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly invalid: boolean;
  /** What a blank field shows, where the answer has no example of its own. */
  readonly placeholder?: string | undefined;
  /** Whether there is room for a line on each member of a choice. */
  readonly isLarge?: boolean;
}

/** All that the page must know of one shape of answer. */
interface Control {
  readonly Input: ComponentType<InputProps>;
  /** `typed` into a box, `pressed` in place, or `picked` from several, which need a legend in place of a label. */
  readonly how: 'typed' | 'pressed' | 'picked';
}

export const controls: Readonly<Record<Shape['type'], Control>> = {
  switch: { Input: SwitchInput, how: 'pressed' },
  choice: { Input: ChoiceInput, how: 'picked' },
  'whole-number': { Input: NumberInput, how: 'typed' },
  quantity: { Input: TextInput, how: 'typed' },
  text: { Input: TextInput, how: 'typed' },
};

/** What react-hook-form is told of an answer's field: whom its text concerns, and what follows once it has changed. */
function useFieldOptions(key: string) {
  const { catalog, form, store } = useWizard();
  return {
    deps: partnersOf(catalog, key),
    onChange({ target: { value } }: { readonly target: { readonly value: Raw } }) {
      revalidate(catalog, form, key);
      store.update({ raw: { ...store.get().reading.raw, [key]: value } });
    },
  };
}

/** A field that is not native to the form: each press of it is one step to undo. */
function usePressed({ key }: Answer) {
  const { catalog, form, commit } = useWizard();
  const { field } = useController({
    name: key,
    control: form.control,
    rules: useFieldOptions(key),
  });
  return {
    ...field,
    press(raw: Raw) {
      field.onChange(raw);
      commit(answerName(catalog, key));
    },
  };
}

function SwitchInput({ answer, label, describedBy, invalid }: InputProps) {
  const { value, press, name, ref, onBlur } = usePressed(answer);
  return (
    <input
      type="checkbox"
      className="switch"
      id={partId('control', name)}
      name={name}
      ref={ref}
      checked={value === 'true'}
      onChange={({ target }) => press(String(target.checked))}
      onBlur={onBlur}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
    />
  );
}

/** One of a few, as native radio buttons: as cards, or with their names alone. */
function ChoiceInput({ answer, describedBy, isLarge }: InputProps) {
  const choices = answer.shape.type === 'choice' ? answer.shape.choices : [];
  const { value: chosen, press, name, ref, onBlur } = usePressed(answer);
  return (
    <div className={isLarge ? 'cards' : 'segments'}>
      {choices.map(({ value, label, summary }, index) => (
        <label className={isLarge ? 'card' : 'segment'} key={value}>
          <input
            type="radio"
            id={index === 0 ? partId('control', name) : undefined}
            name={name}
            value={value}
            ref={chosen === value || (index === 0 && chosen === '') ? ref : undefined}
            checked={chosen === value}
            onChange={() => press(value)}
            onBlur={onBlur}
            aria-describedby={describedBy}
          />
          {isLarge ? (
            <>
              <b>
                <span>{label}</span>
                {value === answer.default && <em>documented</em>}
              </b>
              <span className="card-summary">{summary}</span>
            </>
          ) : (
            <span>{label}</span>
          )}
        </label>
      ))}
    </div>
  );
}

type TextInputProps = InputProps & Pick<ComponentProps<'input'>, 'inputMode' | 'onKeyDown'>;

/** Text of any kind. Not `type=number`, which swallows what it cannot read: so nothing typed is lost. */
function TextInput(props: TextInputProps) {
  const { answer, label, describedBy, invalid, isLarge, placeholder, ...native } = props;
  const { key, shape } = answer;
  const { form, setAnswer } = useWizard();
  const { onChange, onBlur, ...field } = form.register(key, useFieldOptions(key));
  /** A field of one line would run the lines of a list together. */
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text');
    if (!/[\r\n]/.test(text.trim())) return;
    const { currentTarget: input } = event;
    const [start, end] = [input.selectionStart ?? 0, input.selectionEnd ?? 0];
    event.preventDefault();
    input.setRangeText(understand(answer, text), start, end, 'end');
    setAnswer(key, input.value);
  };
  return (
    <input
      {...field}
      {...native}
      placeholder={('example' in shape && shape.example) || placeholder}
      type="text"
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      translate="no"
      id={partId('control', key)}
      defaultValue={answer.default} // until the form fills it in
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      onPaste={paste}
      // While an input method composes, the text is not there yet.
      onChange={(event) => isComposing(event.nativeEvent) || onChange(event)}
      onCompositionEnd={({ target }) => onChange({ target, type: 'change' })}
      onBlur={(event) => {
        const meant = understand(answer, event.target.value);
        if (meant !== event.target.value) setAnswer(key, meant);
        return onBlur(event);
      }}
    />
  );
}

const isComposing = (event: Event) => event instanceof InputEvent && event.isComposing;

/** A number. Arrow keys step by 1, with Shift by 10. */
function NumberInput(props: InputProps) {
  const { setAnswer } = useWizard();
  const { key, shape, default: documented } = props.answer;
  const step = (event: KeyboardEvent<HTMLInputElement>) => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    const text = event.currentTarget.value;
    if (direction === 0 || event.altKey || event.nativeEvent.isComposing) return;
    if (shape.type !== 'whole-number' || !/^\d*$/.test(text)) return;
    event.preventDefault();
    const { min, max } = shape;
    if (text === '') return setAnswer(key, documented || String(min));
    const next = Number(text) + direction * (event.shiftKey ? 10 : 1);
    setAnswer(key, String(Math.min(max, Math.max(min, next))));
  };
  return <TextInput {...props} inputMode="numeric" onKeyDown={step} />;
}

/** Listens, once for all controls of a step, to which answer has the focus and which was left. */
export function useFocusedAnswer() {
  const { catalog, store, commit } = useWizard();
  const keyOf = (target: EventTarget | null): string | null => {
    const name = target instanceof Element ? target.getAttribute('name') : null;
    return name !== null && catalog.answerOf.has(name) ? name : null;
  };
  return {
    onFocus({ target }: FocusEvent) {
      const focusedKey = keyOf(target);
      if (focusedKey !== store.get().focusedKey) store.update({ focusedKey });
    },
    onBlur({ target, relatedTarget }: FocusEvent) {
      const [key, next] = [keyOf(target), keyOf(relatedTarget)];
      if (key === null || key === next) return;
      if (next === null) store.update({ focusedKey: null });
      commit(answerName(catalog, key));
    },
  };
}
