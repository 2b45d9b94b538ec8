import { Fragment } from 'react';
import { optionPlace } from '@/components/state/focus';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { StateSign } from '@/components/ui/mark';
import type { Answer } from '@/lib/domain/answer';
import type { CatalogOption } from '@/lib/domain/catalog';
import { isOn } from '@/lib/domain/option';
import { partId, tonesOf, useAnswerState, useError } from '../fields/answer-state';
import { controls } from '../fields/controls';
import { DocumentedValue } from '../fields/question';
import { GroupForm } from '../option-group';
import {
  COLUMNS,
  CutRequests,
  inSentence,
  JobCount,
  LimitCount,
  TierDetails,
  TierErrors,
  TierNote,
  TierSummary,
} from './tier-details';

/** The tiers as the documentation lists them, one a row; what may be left off stands last. */
export function TierTable({ tiers }: { readonly tiers: readonly CatalogOption[] }) {
  const inOrder = tiers.toSorted(
    (one, other) => (one.order ?? Infinity) - (other.order ?? Infinity),
  );
  const rows = (isOptional: boolean) =>
    inOrder
      .filter(({ optional }) => (optional !== undefined) === isOptional)
      .map((tier) => <TierRows tier={tier} key={tier.id} />);
  const optional = rows(true);
  return (
    <GroupForm>
      <table className="tiers" aria-label="Tiers">
        <colgroup>
          <col />
          <col className="col-pods" />
          <col className="col-quantity" span={4} />
          <col className="col-limits" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              Tier
            </th>
            <th scope="colgroup">Pods</th>
            {['Requests', 'Limits'].map((of) => (
              <th scope="colgroup" colSpan={2} className="first" key={of}>
                {of}
              </th>
            ))}
            <td rowSpan={2} />
          </tr>
          <tr>
            <th scope="col">min → max</th>
            {['requests', 'limits'].flatMap((of) => [
              <th scope="col" className="first" key={`${of} cpu`}>
                CPU
              </th>,
              <th scope="col" key={`${of} memory`}>
                Memory
              </th>,
            ])}
          </tr>
        </thead>
        {rows(false)}
        {optional.length > 0 && (
          <tbody className="tier-group">
            <tr>
              <th scope="rowgroup" colSpan={COLUMNS}>
                Optional tiers: off in the documented overlay
              </th>
            </tr>
          </tbody>
        )}
        {optional}
      </table>
    </GroupForm>
  );
}

/** One tier: its row, its errors, and what the row opens to. */
function TierRows({ tier }: { readonly tier: CatalogOption }) {
  const { store } = useWizard();
  const { id, title, enabled, workload } = tier;
  const isOpen = useWizardState(({ openRows }) => openRows.has(id));
  const isRunning = useWizardState(({ reading }) => isOn(tier, reading.read));
  if (!workload) return null;
  const { scaler, pods, jobs = [], requests, limits, note } = workload;
  const detailsId = `details-${id}`;
  const all = tier.answers;
  const replicas = pods ? [...new Set([pods.min, pods.max])] : [];
  const quantities = [requests, limits].flatMap((of) => (of ? [of.cpu, of.memory] : []));
  const inRow = [...(enabled ? [enabled] : []), ...replicas, ...quantities];
  const toggle = () => {
    const openRows = new Set(store.get().openRows);
    if (!openRows.delete(id)) openRows.add(id);
    store.update({ openRows });
  };
  return (
    <tbody
      className="tier"
      id={optionPlace(id)}
      data-open={isOpen || undefined}
      data-off={!isRunning || undefined}
    >
      <tr className="tier-row">
        <th scope="row">
          <div className="tier-name">
            <Button
              className="tier-open"
              aria-expanded={isOpen}
              aria-controls={isOpen ? detailsId : undefined}
              onClick={toggle}
            >
              <Icon name="chevron" />
              <span>
                <b>{title}</b>
                <span className="tier-by">
                  <span className="tag">{scaler}</span>
                  <TierNote note={note} />
                </span>
                <TierSummary tier={tier} />
              </span>
            </Button>
            {enabled && <Cell answer={enabled} />}
          </div>
        </th>
        <td className="pods" data-label="Pods">
          {replicas.map((answer, index) => (
            <Fragment key={answer.key}>
              {index > 0 && (
                <span className="to" aria-hidden="true">
                  →
                </span>
              )}
              <Cell answer={answer} tier={title} />
            </Fragment>
          ))}
          {!pods && <JobCount jobs={jobs} />}
        </td>
        {quantities.map((answer, index) => (
          <td
            className={index % 2 === 0 ? 'first' : undefined}
            data-label={answer.label}
            key={answer.key}
          >
            <Cell answer={answer} tier={title} />
          </td>
        ))}
        {!limits && (
          <td className="first tier-none" colSpan={2} data-label="CPU and memory limits">
            none documented
          </td>
        )}
        <LimitCount answers={all} />
      </tr>
      <CutRequests of={requests} />
      <TierErrors answers={isOpen ? inRow : all} />
      {isOpen && (
        <tr id={detailsId}>
          <td colSpan={COLUMNS}>
            <TierDetails tier={tier} inRow={inRow} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

interface CellProps {
  readonly answer: Answer;
  /** The title of the tier, where the label does not name it. */
  readonly tier?: string;
}

/** One figure or switch of a tier; of a tier that is off as quiet text. A changed figure shows the documented value beneath. */
function Cell({ answer, tier }: CellProps) {
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
