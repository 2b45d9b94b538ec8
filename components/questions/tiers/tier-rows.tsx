import type { ReactNode } from 'react';
import { optionPlace } from '@/components/state/focus';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Answer } from '@/lib/domain/answer';
import type { Option } from '@/lib/domain/option';
import { errorId, proofId } from '../fields/ids';
import { ProofSign, useProofMark } from '../fields/proof-mark';
import { SwitchInput } from '../fields/switch-input';
import { useAnswerState } from '../fields/use-answer-state';
import { detailsId } from './columns';
import { CELL, ROW, ROW_GROUP, ROW_HEADER } from './table-roles';
import { LimitCount, PodCells, QuantityCells } from './tier-cells';
import { TierDetails } from './tier-details';
import { TierErrors } from './tier-errors';
import { TierSummary } from './tier-summary';

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
  const { error } = useAnswerState(answer);
  const mark = useProofMark(answer.key);
  return (
    <>
      {mark && <ProofSign of={answer.key} mark={mark} />}
      <SwitchInput
        answer={answer}
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

function TierNote({ note }: { readonly note: NonNullable<Option['workload']>['note'] }) {
  const text = useWizardState(({ reading }) => note?.(reading.read));
  return text ? <span className="tier-note">{text}</span> : null;
}
