'use client';

import { useSyncExternalStore } from 'react';
import { useWizard } from '@/components/state/wizard-context';
import type { WizardState } from '@/components/state/wizard-state';
import { Icon } from '@/components/ui/icon';
import { wordFor } from '@/lib/domain/plural';
import type { Output } from '@/lib/outputs/output';
import type { preflightTally } from './preflight/preflight-tally';
import type { Ticks } from './ticks';
import { useSettled } from './use-settled';

interface Props {
  readonly output: Output;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly tally: typeof preflightTally | undefined;
  readonly ticks: Ticks;
}

/** One tab, with what can be counted of it. */
export function ResultTab({ output: { name, title }, isOpen, onOpen, tally, ticks }: Props) {
  return (
    <button
      type="button"
      role="tab"
      id={`tab-${name}`}
      data-tab={name}
      aria-controls={isOpen ? `panel-${name}` : undefined}
      aria-selected={isOpen}
      tabIndex={isOpen ? 0 : -1}
      onClick={onOpen}
    >
      {title}
      {name === 'limits' && <LimitTally />}
      {tally && <PreflightTally of={tally} ticks={ticks} />}
    </button>
  );
}

const countCautions = ({ limits }: WizardState) =>
  limits.filter(({ severity }) => severity === 'caution').length;
const countLimits = (state: WizardState) => state.limits.length - countCautions(state);

function LimitTally() {
  const cautions = useSettled(countCautions);
  const limits = useSettled(countLimits);
  return (
    <span className="tab-tally" key={`${cautions} ${limits}`}>
      {cautions > 0 && (
        <>
          <span className="caution">
            <Icon name="caution" />
            {cautions}
            <span className="wide"> {wordFor(cautions, 'caution')}</span>
          </span>
          {' · '}
        </>
      )}
      {limits}
    </span>
  );
}

const readingOf = ({ reading }: WizardState) => reading;

function PreflightTally({
  of,
  ticks,
}: {
  readonly of: typeof preflightTally;
  readonly ticks: Ticks;
}) {
  const { catalog } = useWizard();
  const reading = useSettled(readingOf);
  useSyncExternalStore(ticks.subscribe, ticks.version, ticks.version);
  const text = of(catalog, reading, ticks);
  return (
    <span className="tab-tally" key={text}>
      {text}
    </span>
  );
}
