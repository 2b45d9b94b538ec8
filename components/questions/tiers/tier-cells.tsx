import { useWizardState } from '@/components/state/wizard-context';
import { Mark, StateSign } from '@/components/ui/mark';
import type { Answer } from '@/lib/domain/answer';
import type { CatalogOption } from '@/lib/domain/catalog';
import { limitKinds } from '@/lib/domain/limit-kind';
import { isOn } from '@/lib/domain/option';
import { wordFor } from '@/lib/domain/plural';
import { parseQuantity } from '@/lib/domain/quantity';
import type { Workload } from '@/lib/domain/workload';
import { STATES } from '@/lib/proof/states';
import {
  partId,
  standingOf,
  tonesOf,
  useAnswerState,
  useError,
  useLimitsBeside,
} from '../fields/answer-state';
import { controls } from '../fields/controls';
import { DocumentedValue, FieldError } from '../fields/question';

/** The table's columns: tier, pods, two requests, two limits, the honest limits. */
export const COLUMNS = 7;

export function TierNote({ note }: { readonly note: Workload['note'] | undefined }) {
  const text = useWizardState(({ reading }) => note?.(reading.read));
  return text ? <span className="tier-note">{text}</span> : null;
}

/** On a phone, a tier in a line: "6 → 50 pods, 2 CPU, 4Gi each". */
export function TierSummary({ tier }: { readonly tier: CatalogOption }) {
  const { answers, workload } = tier;
  const text = useWizardState(({ reading }) => {
    if (!workload || !isOn(tier, reading.read)) return 'Off';
    const { pods, jobs = [], requests } = workload;
    const raw = ({ key }: Answer) => reading.raw[key] || 'chart’s';
    const range = pods && [...new Set([pods.min, pods.max])].map(raw).join(' → ');
    const on = jobs.filter((job) => reading.read(job)).length;
    const amount = range ? `${range} pods` : `${on} of ${jobs.length} jobs on`;
    return `${amount}, ${raw(requests.cpu)} CPU, ${raw(requests.memory)} each`;
  });
  const lost = useWizardState(({ chart }) => {
    const standings = answers.flatMap(({ key }) => standingOf(chart, key) ?? []);
    return standings.filter(({ state }) => STATES[state].counts === 'lost').length;
  });
  return (
    <span className="tier-summary">
      <span>{text}</span>
      {lost > 0 && <span>{` · ${lost} not as asked in the render`}</span>}
    </span>
  );
}

export function JobCount({ jobs }: { readonly jobs: NonNullable<Workload['jobs']> }) {
  const on = useWizardState(({ reading }) => jobs.filter((job) => reading.read(job)).length);
  return <span>{`${on} of ${jobs.length} jobs on`}</span>;
}

/** A label after other words: "Smallest number" → "smallest number", but "CPU request" stays. */
const inSentence = (label: string) =>
  /^[A-Z][a-z]/.test(label) ? `${label[0]?.toLowerCase()}${label.slice(1)}` : label;

interface CellProps {
  readonly answer: Answer;
  /** The title of the tier, where the label does not name it. */
  readonly tier?: string;
}

/** One figure or switch of a tier; of a tier that is off as quiet text. A changed figure shows the documented value beneath. */
export function Cell({ answer, tier }: CellProps) {
  const { key, label } = answer;
  const state = useAnswerState(answer);
  const isWrong = useError(key) !== undefined;
  const { isAsked, isChanged, movedTo, isLeftToChart, chartState } = state;
  const raw = useWizardState(({ reading }) => (isAsked ? '' : reading.raw[key]));
  if (!isAsked) {
    return (
      <span className="cell-text" translate="no">
        {raw || 'chart’s'}
      </span>
    );
  }
  const { Input, how } = controls[answer.shape.type];
  const inChart = `In your chart: ${state.chartWords}`;
  const words = [
    isLeftToChart && 'Left to the chart: not written.',
    movedTo && `Stands at ${movedTo}.`,
    chartState && inChart,
  ].filter(Boolean);
  return (
    <span title={words.join(' ') || undefined} className={`cell ${how} ${tonesOf(state, isWrong)}`}>
      <Input
        answer={answer}
        label={tier === undefined ? label : `${tier}, ${inSentence(label)}`}
        describedBy={
          isWrong
            ? partId('error', key)
            : isLeftToChart
              ? partId('left', key)
              : chartState && partId('proof', key)
        }
        invalid={isWrong}
        placeholder="chart"
      />
      {isLeftToChart && (
        <span className="sr-only" id={partId('left', key)}>
          Left to the chart: not written.
        </span>
      )}
      {chartState && <StateSign state={chartState} text={inChart} id={partId('proof', key)} />}
      {isChanged && how === 'typed' && <DocumentedValue answer={answer} tabIndex={-1} />}
    </span>
  );
}

/** How many honest limits stand beside a tier, with the sign of the first. */
export function LimitCount({ answers }: { readonly answers: readonly Answer[] }) {
  const limits = useLimitsBeside(answers);
  const [first] = limits;
  return (
    <td className="tier-limits">
      {first && (
        <>
          <Mark icon={limitKinds[first.kind].icon} text={String(limits.length)} />{' '}
          <span className="limit-word">{wordFor(limits.length, 'limit')}</span>
        </>
      )}
    </td>
  );
}

/** Which requests are below the documented ones, and what that does: a note, for it may be meant. */
export function CutRequests({ of }: { readonly of: Workload['requests'] }) {
  const cut = useWizardState(({ reading: { raw } }) =>
    Object.values(of)
      .filter(
        (one) =>
          (parseQuantity(raw[one.key] ?? '') ?? Infinity) < (parseQuantity(one.default) ?? 0),
      )
      .map((one) => `${inSentence(one.label)} (${one.default})`)
      .join(' and '),
  );
  if (cut === '') return null;
  return (
    <tr className="tier-errors">
      <td colSpan={COLUMNS}>
        <p className="help">{`Note: below the documented ${cut}. A node takes more of these pods, and each may get less than it was sized for.`}</p>
      </td>
    </tr>
  );
}

/** What is wrong with these answers, in a row of their own. */
export function TierErrors({ answers }: { readonly answers: readonly Answer[] }) {
  const hasFault = useWizardState(({ reading }) =>
    reading.faults.some((fault) => answers.some(({ key }) => key === fault.key)),
  );
  if (!hasFault) return null;
  return (
    <tr className="tier-errors">
      <td colSpan={COLUMNS}>
        {answers.map((answer) => (
          <FieldError of={answer.key} key={answer.key} />
        ))}
      </td>
    </tr>
  );
}
