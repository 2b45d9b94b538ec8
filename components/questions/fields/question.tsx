import { type ReactNode, useState } from 'react';
import { focusControl } from '@/components/state/focus';
import { pathsOf, writtenPaths } from '@/components/state/places';
import { RenderOffer } from '@/components/state/render-offer';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Source } from '@/components/ui/source';
import type { Answer, Raw } from '@/lib/domain/answer';
import { limitKinds } from '@/lib/domain/limit-kind';
import { formatPath } from '@/lib/domain/path';
import { acceptedBy, readable } from '@/lib/domain/readable';
import { controlId, errorId, helpId, leftId, proofId, useAnswerState } from './answer-state';
import { controlOf } from './controls';
import { ProofMark, useProofMark } from './proof-mark';

interface QuestionProps {
  readonly answer: Answer;
  /** A `field` of a grid has its control below its label; a `row` has what it means on the left and the control on the right. */
  readonly as: 'field' | 'row';
}

/** One answer with all that is said about it: label, control, what it means, its error, its key. */
export function Question({ answer, as }: QuestionProps) {
  const { key, label, unit } = answer;
  const { isAsked, isChanged, movedTo, isLeft, pressing, error } = useAnswerState(answer);
  const mark = useProofMark(key);
  if (!isAsked) return null;

  const { Input, how } = controlOf(answer);
  const isWrong = error !== undefined;
  const describedBy = [
    isWrong && errorId(key),
    isLeft && leftId(key),
    helpId(key),
    mark && proofId(key),
  ]
    .filter(Boolean)
    .join(' ');
  const Whole = how === 'picked' ? 'fieldset' : 'div';
  const states = [(isChanged || movedTo) && 'changed', pressing, isWrong && 'wrong'];
  const className = [as === 'field' ? 'field' : 'setting', ...states].filter(Boolean).join(' ');

  const name =
    how === 'picked' ? (
      <legend>{label}</legend>
    ) : (
      <label htmlFor={controlId(key)}>
        <span>{label}</span>
        {as === 'field' && pressing && (
          <span className={`label-mark ${pressing}`}>
            <Icon name={pressing} />
            <span>{limitKinds[pressing].word}</span>
          </span>
        )}
      </label>
    );
  const input = (
    <Input answer={answer} shape={answer.shape} describedBy={describedBy} invalid={isWrong} />
  );
  const control =
    how === 'typed' ? (
      <div className={as === 'field' ? 'box' : 'box small'}>
        {input}
        {unit !== undefined && <span className="unit">{unit}</span>}
      </div>
    ) : (
      input
    );
  const back = <WaysBack answer={answer} isShort={as === 'row'} isBeside />;
  const words = (
    <>
      {isWrong && <FieldError of={key} message={error} />}
      <Help answer={answer} />
      {answer.fromRender && <RenderOffer of={key} />}
      <AboutAnswer answer={answer} />
    </>
  );
  return as === 'field' ? (
    <Whole className={className}>
      {name}
      {control}
      {back}
      {words}
    </Whole>
  ) : (
    <Whole className={className}>
      <div className="setting-text">
        {name}
        {words}
      </div>
      <div className="setting-control">
        {control}
        {back}
      </div>
    </Whole>
  );
}

/** What it means; of a choice, what the chosen member means too. */
function Help({ answer: { key, help, shape } }: { readonly answer: Answer }) {
  const chosen = useWizardState(({ reading }) => reading.raw[key]);
  const choice = shape.type === 'choice' && shape.choices.find(({ value }) => value === chosen);
  return (
    <p className="help" id={helpId(key)}>
      {choice ? `${help} ${choice.summary}` : help}
    </p>
  );
}

/** What is wrong with an answer and what would be right. */
export function FieldError({ of, message }: { readonly of: string; readonly message: string }) {
  return (
    <p className="field-error" id={errorId(of)}>
      <Icon name="problem" />
      <b>Problem</b> <span>{message}</span>
    </p>
  );
}

interface WaysBackProps {
  readonly answer: Answer;
  /** Beside a table's cell, or in a row, the documented value stands alone. */
  readonly isShort?: boolean;
  /** Beside its control: Tab goes on to the next field, and what folds out below has the same buttons. */
  readonly isBeside?: boolean;
}

/** To the documented value of a changed answer, or to the chart's own: then the answer is not written, and says so. */
export function WaysBack({ answer, isShort = false, isBeside = false }: WaysBackProps) {
  const { answer: setAnswer, form } = useWizard();
  const { key, writes, default: documented } = answer;
  const raw = useWizardState(({ reading }) => reading.raw[key]);
  const set = (to: Raw) => {
    setAnswer(key, to);
    focusControl(form, key);
  };
  const tabIndex = isBeside ? -1 : undefined;
  if (raw === '' && documented !== '') {
    return (
      <span className="left-note">
        <span id={isBeside ? leftId(key) : undefined}>
          {writes ? 'Left to the chart: not written.' : 'Not given: not counted.'}
        </span>{' '}
        <Button className="link" tabIndex={tabIndex} onClick={() => set(documented)}>
          Set it here
        </Button>
      </span>
    );
  }
  const isTyped = controlOf(answer).how === 'typed';
  return (
    <>
      {raw !== documented && (
        <DocumentedValue answer={answer} isShort={isShort} tabIndex={tabIndex} />
      )}
      {writes && documented !== '' && !(isTyped && isBeside) && (
        <Button className="link leave" tabIndex={tabIndex} onClick={() => set('')}>
          Leave to the chart
        </Button>
      )}
    </>
  );
}

interface DocumentedValueProps {
  readonly answer: Answer;
  readonly isShort?: boolean;
  readonly tabIndex?: number | undefined;
  /** Where the answer's own control is not on screen: takes the focus instead. */
  readonly onDone?: () => void;
}

/** The documented value of a changed answer, and one click back to it. */
export function DocumentedValue({ answer, isShort, tabIndex, onDone }: DocumentedValueProps) {
  const { answer: setAnswer, form } = useWizard();
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
      {!onDone && (
        <span>
          {isShort
            ? documented
            : answer.writes
              ? `Back to ${documented}, as documented`
              : `Back to ${documented}`}
        </span>
      )}
    </Button>
  );
}

/** The answer's key, what is known of it, and the way to its lines in the file. What folds out is drawn only then. */
export function AboutAnswer({ answer }: { readonly answer: Answer }) {
  const [isOpen, setOpen] = useState(false);
  const movedTo = useWizardState(({ reading }) => reading.moved.get(answer.key));
  return (
    <details className="about" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <code translate="no">{answer.key}</code>
        {movedTo !== undefined && (
          <span className="changed">
            stands at <code translate="no">{movedTo}</code>
          </span>
        )}
        <ProofMark of={answer.key} />
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
    const entry = reading.entries.find((one) => one.key.of === key);
    return entry?.isConfirmed ? formatPath(entry.path) : undefined;
  });
  const isWritten = pathsOf(catalog, key).length > 0;
  const known =
    provenance === 'documented' ? 'documented' : 'unverified: check it against your chart';
  const path = inChart === undefined ? known : `your chart has it at ${inChart}`;
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
      <dd>{isWritten ? path : 'not in the values: kept in the link and in the file’s head'}</dd>
      <dd className="about-line">
        <WaysBack answer={answer} />
      </dd>
      {isWritten && (
        <dd className="about-line">
          <Button
            className="link"
            onClick={() => showInFile(writtenPaths(store.get().reading.entries, key))}
          >
            Show in the file
          </Button>
        </dd>
      )}
    </dl>
  );
}

interface GroupProps {
  readonly id?: string;
  readonly title: string;
  readonly summary: string;
  readonly children: ReactNode;
}

/** Questions that belong together, under a title. */
export function Group({ id, title, summary, children }: GroupProps) {
  return (
    <fieldset className="group" id={id}>
      <legend>
        <span className="group-title">{title}</span>{' '}
        <span className="group-summary">{summary}</span>
      </legend>
      {children}
    </fieldset>
  );
}
