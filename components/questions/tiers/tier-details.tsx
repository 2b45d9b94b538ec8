import { Words } from '@/components/state/links';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { LimitRows } from '@/components/ui/limit-rows';
import { Mark } from '@/components/ui/mark';
import type { Answer } from '@/lib/domain/answer';
import type { CatalogOption } from '@/lib/domain/catalog';
import type { AppliedLimit } from '@/lib/domain/limit';
import { limitKinds } from '@/lib/domain/limit-kind';
import { isOn } from '@/lib/domain/option';
import { wordFor } from '@/lib/domain/plural';
import { parseQuantity } from '@/lib/domain/quantity';
import type { Workload } from '@/lib/domain/workload';
import { STATES } from '@/lib/proof/states';
import { standingOf, useLimitsBeside } from '../fields/answer-state';
import { AboutAnswer, FieldError, Question, WaysBack } from '../fields/question';

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
export const inSentence = (label: string) =>
  /^[A-Z][a-z]/.test(label) ? `${label[0]?.toLowerCase()}${label.slice(1)}` : label;

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

interface Props {
  readonly tier: CatalogOption;
  /** The answers that stand in its row. */
  readonly inRow: readonly Answer[];
}

/** What a row opens to: its further answers, its honest limits, and all that is known of the answers in the row. */
export function TierDetails({ tier, inRow }: Props) {
  const { answers, summary, workload } = tier;
  const { catalog } = useWizard();
  const jobs = workload?.jobs ?? [];
  const openRows = useWizardState((state) => state.openRows);
  /** One that touches several tiers stands in the first of them that is open. */
  const isFirst = (limit: AppliedLimit) =>
    limit.answers
      .map((key) => catalog.ownerOf.get(key))
      .find((one) => one && openRows.has(one.id)) === tier;
  const limits = useLimitsBeside(answers).filter(isFirst);
  const further = answers.filter((one) => !inRow.includes(one) && !jobs.some((job) => job === one));
  return (
    <div className="tier-details">
      <p className="help">
        <Words of={summary} />
      </p>
      {inRow
        .filter(({ shape }) => shape.type === 'switch')
        .map((answer) => (
          <p className="help" key={answer.key}>
            {answer.label}: <WaysBack answer={answer} />
          </p>
        ))}
      {further.map((answer) => (
        <Question answer={answer} as="row" key={answer.key} />
      ))}
      <div className="jobs">
        {jobs.map((job) => (
          <Question answer={job} as="row" key={job.key} />
        ))}
      </div>
      {limits.length > 0 && (
        <>
          <h2>Honest limits of this tier</h2>
          <LimitRows limits={limits} />
        </>
      )}
      <h2>The answers of its row</h2>
      {inRow.map((answer) => (
        <AboutAnswer answer={answer} key={answer.key} />
      ))}
    </div>
  );
}
