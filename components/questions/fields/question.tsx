import { useState } from 'react';
import { focusControl } from '@/components/state/focus';
import { TermLink } from '@/components/state/links';
import { pathsOfAnswer } from '@/components/state/places';
import { RenderOffer } from '@/components/state/render-offer';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { LimitMark, Mark, StateMark } from '@/components/ui/mark';
import { Source } from '@/components/ui/source';
import type { Answer, Raw } from '@/lib/domain/answer';
import { acceptedBy, readable } from '@/lib/domain/shape';
import { partId, tonesOf, useAnswerState, useError } from './answer-state';
import { controls } from './controls';

/** A `field` of a grid has its control below its label, a `row` on the right; a choice with much to say has `cards`. */
const LOOKS = { field: 'field', row: 'setting', cards: 'group' } as const;

interface QuestionProps {
  readonly answer: Answer;
  readonly as: keyof typeof LOOKS;
}

/** One answer with all that is said about it: label, control, what it means, its error, its key. */
export function Question({ answer, as }: QuestionProps) {
  const { key, label, unit } = answer;
  const state = useAnswerState(answer);
  const isWrong = useError(key) !== undefined;
  const { isAsked, isChanged, isLeftToChart, toSettle, chartState } = state;
  if (!isAsked) return null;

  const { Input, how } = controls[answer.shape.type];
  const Whole = how === 'picked' ? 'fieldset' : 'div';
  const describedBy = [
    isWrong && partId('error', key),
    isLeftToChart && partId('left', key),
    partId('help', key),
    chartState && partId('proof', key),
  ];
  const name = (
    <>
      <span>{label}</span>
      {toSettle && <LimitMark kind={toSettle} />}
      {isChanged && as === 'cards' && <Mark icon="changed" text="changed" />}
    </>
  );
  return (
    <Whole className={`${LOOKS[as]} ${tonesOf(state, isWrong)}`}>
      {how === 'picked' ? (
        <legend>{name}</legend>
      ) : (
        <label htmlFor={partId('control', key)}>{name}</label>
      )}
      <div className="answer-control">
        <div className={how === 'typed' ? 'box' : undefined}>
          <Input
            answer={answer}
            describedBy={describedBy.filter(Boolean).join(' ')}
            invalid={isWrong}
            isLarge={as === 'cards'}
          />
          {unit !== undefined && <span className="unit">{unit}</span>}
        </div>
        <WaysBack answer={answer} isBeside />
      </div>
      <div className="answer-words">
        <FieldError of={key} />
        <Help answer={answer} hasCards={as === 'cards'} />
        {answer.fromRender && <RenderOffer of={key} />}
        <AboutAnswer answer={answer} chartStateId={partId('proof', key)} />
      </div>
    </Whole>
  );
}

/** What it means; of a choice whose members do not say it themselves, what the chosen one means too. */
function Help({ answer, hasCards }: { readonly answer: Answer; readonly hasCards: boolean }) {
  const { key, help, shape } = answer;
  const more = useWizardState(({ reading: { raw, entries } }) => {
    if (shape.type === 'choice' && !hasCards)
      return shape.choices.find(({ value }) => value === raw[key])?.summary;
    const isWrittenOff = entries.some((one) => one.key.path === key && one.value === false);
    return raw[key] === 'true' && isWrittenOff
      ? 'The file says false all the same: the cautions of this step say why.'
      : undefined;
  });
  return (
    <p className="help" id={partId('help', key)}>
      {more ? `${help} ${more}` : help}
    </p>
  );
}

/** What is wrong with an answer and what would be right; nothing while its error is not to be shown. */
export function FieldError({ of }: { readonly of: string }) {
  const message = useError(of);
  if (message === undefined) return null;
  return (
    <p className="field-error" id={partId('error', of)}>
      <Icon name="problem" />
      <b>Problem</b> <span>{message}</span>
    </p>
  );
}

interface WaysBackProps {
  readonly answer: Answer;
  /** Beside its control: Tab goes on to the next field, and what folds out below has the same buttons. */
  readonly isBeside?: boolean;
}

/** To the documented value of a changed answer, or to the chart's own: then the answer is not written, and says so. */
export function WaysBack({ answer, isBeside = false }: WaysBackProps) {
  const { setAnswer, form } = useWizard();
  const { key, writes, default: documented } = answer;
  const { isChanged, isLeftToChart } = useAnswerState(answer);
  const tabIndex = isBeside ? -1 : undefined;
  const button = (text: string, to: Raw) => (
    <Button
      className="link"
      tabIndex={tabIndex}
      onClick={() => {
        setAnswer(key, to);
        focusControl(form, key);
      }}
    >
      {text}
    </Button>
  );
  if (isLeftToChart) {
    return (
      <span className="left-note">
        <span id={isBeside ? partId('left', key) : undefined}>
          {writes ? 'Left to the chart: not written.' : 'Not given: not counted.'}
        </span>{' '}
        {button('Set it here', documented)}
      </span>
    );
  }
  // A blank field is left to the chart: beside one, the button is not needed.
  const isBlankable = isBeside && controls[answer.shape.type].how === 'typed';
  return (
    <>
      {isChanged && <DocumentedValue answer={answer} tabIndex={tabIndex} />}
      {writes && documented !== '' && !isBlankable && button('Leave to the chart', '')}
    </>
  );
}

interface DocumentedValueProps {
  readonly answer: Answer;
  readonly tabIndex?: number | undefined;
  /** Where the answer's own control is not on screen: takes the focus instead. */
  readonly onDone?: () => void;
}

/** The documented value of a changed answer, and one click back to it. */
export function DocumentedValue({ answer, tabIndex, onDone }: DocumentedValueProps) {
  const { setAnswer, form } = useWizard();
  const documented = readable(answer, answer.default);
  return (
    <Button
      className="documented-value"
      tabIndex={tabIndex}
      title={`Back to the documented default: ${documented}`}
      aria-label={`Back to ${documented} for ${answer.label}`}
      onClick={() => {
        setAnswer(answer.key, answer.default);
        if (onDone) onDone();
        else focusControl(form, answer.key);
      }}
    >
      <Icon name="undo" />
      {!onDone && <span>{documented}</span>}
    </Button>
  );
}

interface AboutProps {
  readonly answer: Answer;
  /** The id of how it stands in the chart, where nothing beside its control says that. */
  readonly chartStateId?: string;
}

/** The answer's key, how it stands in the operator's chart, and what folds out: drawn only then. */
export function AboutAnswer({ answer, chartStateId }: AboutProps) {
  const [isOpen, setOpen] = useState(false);
  const { movedTo, chartState, chartWords } = useAnswerState(answer);
  return (
    <details className="about" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <code translate="no">{answer.key}</code>
        {movedTo !== undefined && (
          <span className="changed">
            stands at <code translate="no">{movedTo}</code>
          </span>
        )}
        {chartState && <StateMark state={chartState} text={chartWords} id={chartStateId} />}
      </summary>
      {isOpen && <AnswerDetails answer={answer} />}
    </details>
  );
}

/** Its default, what it takes, where that comes from, and the way to its lines. */
function AnswerDetails({ answer }: { readonly answer: Answer }) {
  const { catalog, store, showInFile } = useWizard();
  const { key, source, provenance } = answer;
  const inChart = useWizardState(({ reading }) => {
    const entry = reading.entries.find((one) => one.key.answerKey === key);
    return entry?.isConfirmed ? entry.at : undefined;
  });
  const isWritten = catalog.keys.some(({ answerKey }) => answerKey === key);
  return (
    <dl>
      <dt>Default</dt>
      <dd translate="no">{readable(answer, answer.default)}</dd>
      <dt>Accepts</dt>
      <dd>{acceptedBy(answer)}</dd>
      <dt>Source</dt>
      <dd>
        <Source of={source} />
      </dd>
      <dt>Path</dt>
      <dd>
        {!isWritten ? (
          'not in the values: kept in the link and in the file’s head'
        ) : inChart !== undefined ? (
          `your chart has it at ${inChart}`
        ) : provenance === 'documented' ? (
          'documented'
        ) : (
          <>
            <TermLink to="unverified path" />: check it against your chart
          </>
        )}
      </dd>
      <dd className="about-line">
        <WaysBack answer={answer} />{' '}
        {isWritten && (
          <Button
            className="link"
            onClick={() => showInFile(pathsOfAnswer(store.get().reading.entries, key))}
          >
            Show in the file
          </Button>
        )}
      </dd>
    </dl>
  );
}
