import { CapacityChanges } from '@/components/state/capacity-changes';
import { AnswerLink, Words } from '@/components/state/links';
import { Verdicts } from '@/components/state/verdicts';
import { useReading, useWizard } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import type { Figure } from '@/lib/domain/figure';
import { grouped } from '@/lib/domain/grouped';
import type { Capacity } from '@/lib/domain/limit';
import { inFigures } from '@/lib/domain/plural';
import { capacityPlan, NODES_LEAVE_OUT, NODES_METHOD } from '@/lib/outputs/capacity/plan';
import type { Reading } from '@/lib/reading/reading';

/** Whether the cluster holds it, whether it carries the load, and whether Postgres answers: from the operator's numbers. */
export function CapacityPanel() {
  const { catalog } = useWizard();
  const reading = useReading();
  const { notCounted, figures } = capacityPlan(catalog, reading);
  const questions = grouped(figures, ({ about }) => about);
  return (
    <section className="panel-body capacity" aria-label="Capacity">
      {/*
       * A translator takes text nodes away from React. A text that is all that its element holds is replaced whole, but
       * these are not: so each change has new elements.
       */}
      <div className="figures" key={`figures ${reading.link}`}>
        {[...questions].map(([question, answers]) => (
          <section className="figure" key={question}>
            <h3>
              <Words of={question} />
            </h3>
            {answers.map((figure) => (
              <FigureText figure={figure} key={figure.unit} />
            ))}
          </section>
        ))}
      </div>
      <PodsTable reading={reading} key={`pods ${reading.link}`} />
      {notCounted.map(({ title, keys }) => (
        <p className="help" key={title}>
          {title} is left to the chart in part and not counted: <Needs keys={keys} />
        </p>
      ))}
      <CapacityChanges key={`changes ${reading.link}`} />
      <p className="help">
        Cores and GiB are what one pod requests, times the pods. Cron jobs are short-lived and left
        out. A node must also hold its daemon sets and the reserve of the system.
      </p>
      <details className="method">
        <summary>How nodes are counted, and what that leaves out</summary>
        <p className="help">{NODES_METHOD}</p>
        <p className="help">{NODES_LEAVE_OUT}</p>
      </details>
    </section>
  );
}

/** The answers that a figure takes, as links to them. */
function Needs({ keys }: { readonly keys: readonly string[] }) {
  const { catalog } = useWizard();
  return keys.map((key) => (
    <AnswerLink to={key} key={key}>
      {catalog.answerOf.get(key)?.label ?? key}
    </AnswerLink>
  ));
}

/** A number with its sum, and what would make it known or better. */
function FigureText({ figure }: { readonly figure: Figure }) {
  const { setAnswer } = useWizard();
  const { value, unit, says, problem, verdicts, needs, raise } = figure;
  return (
    <>
      <p className={value === undefined ? 'big unknown' : 'big'}>
        {typeof value === 'number' ? inFigures(value) : (value ?? 'Not known')}{' '}
        <small>{unit}</small>
      </p>
      {says.map((text) => (
        <p className="help" key={text}>
          {text}
        </p>
      ))}
      {problem !== undefined && <p className="help problem">{problem}</p>}
      {verdicts && <Verdicts of={verdicts} />}
      {raise && (
        <Button key={raise.to} onClick={() => setAnswer(raise.key, String(raise.to))}>
          Raise the maximum to {inFigures(raise.to)}
        </Button>
      )}
      <Needs keys={needs} />
    </>
  );
}

const ENDS = ['min', 'max'] as const;
const FIGURES = [
  ['Pods', 'pods'],
  ['Cores', 'cpu'],
  ['GiB', 'memoryGiB'],
] as const;

/** What the pods of each tier request at the floor and at the ceiling. */
function PodsTable({ reading }: { readonly reading: Reading }) {
  const { tiers, capacity, changes } = reading;
  return (
    <table className="numbers">
      <caption>
        What the pods request <small>violet: your number, all else documented or derived</small>
      </caption>
      <thead>
        <tr>
          <td />
          <th colSpan={3} scope="colgroup">
            <Words of="At the floor" />
          </th>
          <th colSpan={3} scope="colgroup">
            <Words of="At the ceiling" />
          </th>
        </tr>
        <tr>
          <th scope="col">Tier</th>
          {ENDS.flatMap((end) =>
            FIGURES.map(([title]) => (
              <th scope="col" key={end + title}>
                {title}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {tiers.map((tier) => (
          <Row
            title={tier.title}
            of={tier}
            yours={ENDS.filter((end) => changes.has(tier.workload.pods?.[end].key ?? ''))}
            key={tier.id}
          />
        ))}
      </tbody>
      <tfoot>
        <Row title="Together" of={capacity} />
      </tfoot>
    </table>
  );
}

interface RowProps {
  readonly title: string;
  readonly of: Capacity;
  /** Where the number of pods is the operator's own. */
  readonly yours?: readonly (typeof ENDS)[number][];
}

const Row = ({ title, of, yours = [] }: RowProps) => (
  <tr>
    <th scope="row">{title}</th>
    {ENDS.flatMap((end) =>
      FIGURES.map(([, figure]) => (
        <td
          className={figure === 'pods' && yours.includes(end) ? 'yours' : undefined}
          key={end + figure}
        >
          {inFigures(of[end][figure])}
        </td>
      )),
    )}
  </tr>
);
