import type { ComponentType, FocusEvent, KeyboardEvent } from 'react';
import { useController } from 'react-hook-form';
import { partnersOf } from '@/components/state/answers-form';
import { nameOf, revalidate } from '@/components/state/create-wizard';
import { useWizard } from '@/components/state/wizard-context';
import type { Answer, Raw, Shape } from '@/lib/domain/answer';
import { controlId } from './answer-state';

interface InputProps<S extends Shape = Shape> {
  readonly answer: Answer;
  readonly shape: S;
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
interface Control<S extends Shape = Shape> {
  readonly Input: ComponentType<InputProps<S>>;
  /** `typed` into a box, `pressed` in place, or `picked` from several, which need a legend in place of a label. */
  readonly how: 'typed' | 'pressed' | 'picked';
  /** An answer's text as a person reads it; it is not blank. */
  readonly readable: (raw: Raw, shape: S) => string;
  /** What an answer takes, in a line. */
  readonly accepts: (shape: S) => string;
}

const asTyped = (raw: Raw) => raw;

const controls: { readonly [T in Shape['type']]: Control<Extract<Shape, { type: T }>> } = {
  switch: {
    Input: SwitchInput,
    how: 'pressed',
    readable: (raw) => (raw === 'true' ? 'on' : 'off'),
    accepts: () => 'on or off',
  },
  choice: {
    Input: ChoiceInput,
    how: 'picked',
    readable: (raw, { choices }) => choices.find(({ value }) => value === raw)?.label ?? raw,
    accepts: ({ choices }) => choices.map(({ label }) => label).join(', '),
  },
  'whole-number': {
    Input: NumberInput,
    how: 'typed',
    readable: asTyped,
    accepts: ({ min, max }) => `${min.toLocaleString('en')} to ${max.toLocaleString('en')}`,
  },
  quantity: {
    Input: ({ shape, ...props }) => <TextInput {...props} list={`common-${shape.resource}`} />,
    how: 'typed',
    readable: asTyped,
    accepts: ({ resource }) =>
      resource === 'cpu' ? 'cores: 2, 0.5, 500m' : 'with a unit: 512Mi, 4Gi',
  },
  text: {
    Input: NameInput,
    how: 'typed',
    readable: asTyped,
    accepts: ({ example, maxLength }) => `such as ${example}, up to ${maxLength} characters`,
  },
};

/** The control of an answer. */
export const controlOf = ({ shape }: Pick<Answer, 'shape'>): Control =>
  controls[shape.type] as Control; // it is only ever given this very shape

/** An answer's text as a person reads it. */
export function readable(answer: Answer, raw: Raw): string {
  if (raw !== '') return controlOf(answer).readable(raw, answer.shape);
  return answer.default === '' ? 'blank' : 'left to the chart';
}

/** What an answer takes, in a line. */
export const acceptedBy = (answer: Answer): string => controlOf(answer).accepts(answer.shape);

/** What react-hook-form is told of an answer's field: when an error elsewhere has to be judged again. */
function useRules(key: string) {
  const { catalog, form } = useWizard();
  return {
    deps: partnersOf(catalog, key),
    onChange: () => revalidate(catalog, form, key),
  };
}

/** A field that is not native to the form: each press of it is one step to undo. */
function usePressed({ key }: Answer) {
  const { catalog, form, commit } = useWizard();
  const { field } = useController({ name: key, control: form.control, rules: useRules(key) });
  return {
    ...field,
    press(raw: Raw) {
      field.onChange(raw);
      commit(nameOf(catalog, key));
    },
  };
}

/** A yes or no. */
function SwitchInput({ answer, label, describedBy, invalid }: InputProps) {
  const { value, press, name, ref, onBlur } = usePressed(answer);
  return (
    <input
      type="checkbox"
      className="switch"
      id={controlId(name)}
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
function ChoiceInput({
  answer,
  shape: { choices },
  describedBy,
  isLarge,
}: InputProps<Extract<Shape, { type: 'choice' }>>) {
  const { value: chosen, press, name, ref, onBlur } = usePressed(answer);
  return (
    <div className={isLarge ? 'cards' : 'segments'}>
      {choices.map(({ value, label, summary }, index) => (
        <label className={isLarge ? 'card' : 'segment'} key={value}>
          <input
            type="radio"
            id={index === 0 ? controlId(name) : undefined}
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

interface TextInputProps extends Omit<InputProps, 'shape'> {
  readonly list?: string | undefined;
  readonly isNumber?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** Text of any kind. Not `type=number`, which swallows what it cannot read: so nothing typed is lost. */
function TextInput(props: TextInputProps) {
  const { answer, label, describedBy, invalid, list, placeholder, isNumber, onKeyDown } = props;
  const { key } = answer;
  const { form } = useWizard();
  return (
    <input
      type="text"
      inputMode={isNumber ? 'numeric' : undefined}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      translate="no"
      id={controlId(key)}
      defaultValue={answer.default} // until the form fills it in
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      list={list}
      placeholder={placeholder}
      onKeyDown={onKeyDown}
      {...form.register(key, useRules(key))}
    />
  );
}

/** A number. Arrow keys step by 1, with Shift by 10. */
function NumberInput({ shape, ...props }: InputProps<Extract<Shape, { type: 'whole-number' }>>) {
  const { answer: setAnswer } = useWizard();
  const { key, default: documented } = props.answer;
  const step = (event: KeyboardEvent<HTMLInputElement>) => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    const text = event.currentTarget.value;
    if (direction === 0 || event.altKey || !/^\d*$/.test(text)) return;
    event.preventDefault();
    const { min, max } = shape;
    const from = text === '' ? Number(documented || min) - direction : Number(text);
    const next = Math.min(max, Math.max(min, from + direction * (event.shiftKey ? 10 : 1)));
    setAnswer(key, String(next));
  };
  return <TextInput {...props} isNumber onKeyDown={step} />;
}

/** A name, an address or a list of them. */
function NameInput({ shape, ...props }: InputProps<Extract<Shape, { type: 'text' }>>) {
  const { suggestions, example } = shape;
  const list = suggestions && `suggestions-${props.answer.key}`;
  return (
    <>
      <TextInput {...props} placeholder={example} list={list} />
      {list !== undefined && <Suggestions id={list} of={suggestions ?? []} />}
    </>
  );
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

/** What quantities offer while typing: once for all of them on screen, so that a table stays light. */
export function CommonQuantities() {
  return (
    <>
      <Suggestions id="common-cpu" of={['100m', '200m', '500m', '1', '2', '4', '8']} />
      <Suggestions
        id="common-memory"
        of={['64Mi', '512Mi', '1Gi', '2Gi', '4Gi', '8Gi', '16Gi', '32Gi']}
      />
    </>
  );
}

/** Listens, once for all controls of a step, to which answer has the focus and which was left. */
export function useFocusedAnswer() {
  const { catalog, store, commit } = useWizard();
  const keyOf = (target: EventTarget | null): string | null =>
    target instanceof HTMLInputElement && catalog.answer.has(target.name) ? target.name : null;
  return {
    onFocus({ target }: FocusEvent) {
      const focusedKey = keyOf(target);
      if (focusedKey !== store.get().focusedKey) store.move({ focusedKey });
    },
    onBlur({ target, relatedTarget }: FocusEvent) {
      const [key, next] = [keyOf(target), keyOf(relatedTarget)];
      if (key === null || key === next) return;
      if (next === null) store.move({ focusedKey: null });
      commit(nameOf(catalog, key));
    },
  };
}
