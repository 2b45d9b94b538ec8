import type { ReactNode } from 'react';
import { optionPlace } from '@/components/state/focus';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { countCautions } from '@/components/state/wizard-store';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Answer } from '@/lib/domain/answer';
import type { Option } from '@/lib/domain/option';
import { plural, wordFor } from '@/lib/domain/plural';
import type { PodQuantities, Workload } from '@/lib/domain/workload';
import { STATES, type Standing } from '@/lib/proof/states';
import { errorId, inSentence, leftId, proofId, useAnswerState } from '../fields/answer-state';
import { controlOf } from '../fields/controls';
import { useLimitsBeside } from '../fields/limit-rows';
import { inRender, ProofSign, useProofMark } from '../fields/proof-mark';
import { DocumentedValue, FieldError } from '../fields/question';
import { CELL, COLUMNS, detailsId, ROW, ROW_GROUP, ROW_HEADER, tierAnswers } from './tier';
import { TierDetails } from './tier-details';

/** One tier: its row, its errors, and what the row opens to. */
export function TierRows({ tier }: { readonly tier: Option }) {
  const { id, title, workload } = tier;
  const isOpen = useWizardState(({ openRows }) => openRows.has(id));
  const isOn = useWizardState(
    ({ reading }) => !workload?.enabled || reading.read(workload.enabled) !== false,
  );
  if (!workload) return null;
  const { scaler, enabled, requests, limits } = workload;
  return (
    <tbody
      className="tier"
      id={optionPlace(id)}
      data-open={isOpen || undefined}
      data-off={!isOn || undefined}
      {...ROW_GROUP}
    >
      <tr className="tier-row" {...ROW}>
        <th {...ROW_HEADER}>
          <div className="tier-name">
            <OpenButton id={id} isOpen={isOpen}>
              <b>{title}</b>
              <span className="tier-by">
                <span className="tag">{scaler}</span>
                <TierNote note={workload.note} />
              </span>
              <TierSummary tier={tier} isOn={isOn} />
            </OpenButton>
            {enabled && <TierSwitch answer={enabled} />}
          </div>
        </th>
        <PodCells tier={title} workload={workload} />
        <QuantityCells tier={title} of={requests} />
        {limits ? (
          <QuantityCells tier={title} of={limits} />
        ) : (
          <td className="first tier-none" colSpan={2} {...CELL}>
            none documented
          </td>
        )}
        <LimitCount tier={tier} />
      </tr>
      <TierErrors tier={tier} isOpen={isOpen} />
      {isOpen && <TierDetails tier={tier} />}
    </tbody>
  );
}

/** Whether the tier runs. Its error stands below the row. */
function TierSwitch({ answer }: { readonly answer: Answer }) {
  const { Input } = controlOf(answer);
  const { error } = useAnswerState(answer);
  const mark = useProofMark(answer.key);
  return (
    <>
      {mark && <ProofSign of={answer.key} mark={mark} />}
      <Input
        answer={answer}
        shape={answer.shape}
        label={answer.label}
        invalid={error !== undefined}
        describedBy={error === undefined ? mark && proofId(answer.key) : errorId(answer.key)}
      />
    </>
  );
}

interface OpenButtonProps {
  readonly id: string;
  readonly isOpen: boolean;
  readonly children: ReactNode;
}

function OpenButton({ id, isOpen, children }: OpenButtonProps) {
  const { store } = useWizard();
  const toggle = () => {
    const openRows = new Set(store.get().openRows);
    if (!openRows.delete(id)) openRows.add(id);
    store.move({ openRows });
  };
  return (
    <Button
      className="tier-open"
      aria-expanded={isOpen}
      aria-controls={isOpen ? detailsId(id) : undefined}
      onClick={toggle}
    >
      <Icon name="chevron" />
      <span>{children}</span>
    </Button>
  );
}

function TierNote({ note }: { readonly note: Workload['note'] | undefined }) {
  const text = useWizardState(({ reading }) => note?.(reading.read));
  return text ? <span className="tier-note">{text}</span> : null;
}

/** Whether the chart does not have what an answer asks. */
const isLost = (standing: Standing | undefined): boolean =>
  standing !== undefined && STATES[standing.state].counts === 'lost';

/** On a phone, a tier in a line: "6 → 50 pods, 2 CPU, 4Gi each · 2 limits". */
function TierSummary({ tier, isOn }: { readonly tier: Option; readonly isOn: boolean }) {
  const { all, inRow } = tierAnswers(tier);
  const limits = useLimitsBeside(all);
  const state = useWizardState(({ faultAt, reading }) =>
    all.some(({ key }) => faultAt.has(key))
      ? 'problem'
      : inRow.some(({ key }) => reading.changes.has(key) || reading.moved.has(key))
        ? 'changed'
        : 'quiet',
  );
  const lost = useWizardState(({ chart }) =>
    chart ? all.filter(({ key }) => isLost(chart.answers[key])).length : 0,
  );
  const figures = useWizardState(({ reading }) => {
    const { workload } = tier;
    if (!isOn || !workload) return 'Off';
    const raw = ({ key }: Answer) => reading.raw[key] || 'chart’s';
    const { pods, jobs = [], requests } = workload;
    const amount = !pods
      ? `${jobs.filter((job) => reading.read(job)).length} of ${jobs.length} jobs on`
      : pods.min === pods.max
        ? `${raw(pods.min)} pods`
        : `${raw(pods.min)} → ${raw(pods.max)} pods`;
    return `${amount}, ${raw(requests.cpu)} CPU, ${raw(requests.memory)} each`;
  });
  const text = limits.length > 0 ? `${figures} · ${plural(limits.length, 'limit')}` : figures;
  return (
    <span className={`tier-summary ${state}`}>
      <span key={text}>{text}</span>
      {lost > 0 && <span className="lost">{` · ${lost} not as asked in the render`}</span>}
    </span>
  );
}

interface PodProps {
  readonly tier: string;
  readonly workload: Workload;
}

/** How many pods: a range, a fixed number, or how many of its jobs are on. */
function PodCells({ tier, workload: { pods, jobs = [] } }: PodProps) {
  return (
    <td className="pods" data-label="Pods" {...CELL}>
      {pods ? (
        <>
          <Cell answer={pods.min} tier={tier} />
          {pods.max !== pods.min && (
            <>
              <span className="to" aria-hidden="true">
                →
              </span>
              <Cell answer={pods.max} tier={tier} />
            </>
          )}
        </>
      ) : (
        <JobCount jobs={jobs} />
      )}
    </td>
  );
}

function JobCount({ jobs }: { readonly jobs: NonNullable<Workload['jobs']> }) {
  const on = useWizardState(({ reading }) => jobs.filter((job) => reading.read(job)).length);
  return <span className="jobs-on">{`${on} of ${jobs.length} jobs on`}</span>;
}

/** CPU and memory of one pod. */
function QuantityCells({ tier, of }: { readonly tier: string; readonly of: PodQuantities }) {
  return (
    <>
      <td className="first" data-label={of.cpu.label} {...CELL}>
        <Cell answer={of.cpu} tier={tier} />
      </td>
      <td data-label={of.memory.label} {...CELL}>
        <Cell answer={of.memory} tier={tier} />
      </td>
    </>
  );
}

/** One figure of a tier; of a tier that is off as quiet text. A changed one shows the documented value beneath. */
function Cell({ answer, tier }: { readonly answer: Answer; readonly tier: string }) {
  const { key, shape, label } = answer;
  const { isAsked, isChanged, movedTo, isLeft, pressing, error } = useAnswerState(answer);
  const raw = useWizardState(({ reading }) => (isAsked ? '' : reading.raw[key]));
  const mark = useProofMark(key);
  if (!isAsked) {
    return (
      <span className="cell-text" translate="no">
        {raw || 'chart’s'}
      </span>
    );
  }
  const { Input } = controlOf(answer);
  const isWrong = error !== undefined;
  return (
    <span
      title={
        isLeft
          ? 'Left to the chart: not written.'
          : [movedTo && `Stands at ${movedTo}.`, mark && inRender(mark)]
              .filter(Boolean)
              .join(' ') || undefined
      }
      className={['cell', (isChanged || movedTo) && 'changed', pressing, isWrong && 'wrong']
        .filter(Boolean)
        .join(' ')}
    >
      <Input
        answer={answer}
        shape={shape}
        label={`${tier}, ${inSentence(label)}`}
        describedBy={isWrong ? errorId(key) : isLeft ? leftId(key) : mark && proofId(key)}
        invalid={isWrong}
        placeholder="chart"
      />
      {isLeft && (
        <span className="sr-only" id={leftId(key)}>
          Left to the chart: not written.
        </span>
      )}
      {mark && <ProofSign of={key} mark={mark} />}
      {isChanged && <DocumentedValue answer={answer} isShort tabIndex={-1} />}
    </span>
  );
}

/** How many honest limits stand beside a tier; the sign of a caution where there is one. */
function LimitCount({ tier }: { readonly tier: Option }) {
  const limits = useLimitsBeside(tierAnswers(tier).all);
  const cautions = countCautions(limits);
  return (
    <td className="tier-limits" {...CELL}>
      {limits.length > 0 && (
        <span className={cautions > 0 ? 'caution' : 'quiet'}>
          <Icon name={cautions > 0 ? 'caution' : 'limit'} />
          <span>{String(limits.length)}</span>
          <span className="limit-word">
            {wordFor(limits.length, cautions === limits.length ? 'caution' : 'limit')}
          </span>
        </span>
      )}
    </td>
  );
}

/** What is wrong with the figures of a row, and, while it is closed, with what it opens to. */
function TierErrors({ tier, isOpen }: { readonly tier: Option; readonly isOpen: boolean }) {
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
