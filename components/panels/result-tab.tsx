import { useSyncExternalStore } from 'react';
import { useReading, useWizard } from '@/components/state/wizard-context';
import { countCautions } from '@/components/state/wizard-store';
import { Icon } from '@/components/ui/icon';
import { wordFor } from '@/lib/domain/plural';
import type { Output } from '@/lib/outputs/output';
import type { preflightTally } from './preflight/preflight-panel';
import type { Ticks } from './preflight/ticks';

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
      {tally && <PreflightTally tally={tally} ticks={ticks} />}
    </button>
  );
}

function LimitTally() {
  const { limits: all } = useReading();
  const cautions = countCautions(all);
  const limits = all.length - cautions;
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

interface PreflightTallyProps {
  readonly tally: typeof preflightTally;
  readonly ticks: Ticks;
}

function PreflightTally({ tally, ticks }: PreflightTallyProps) {
  const { catalog } = useWizard();
  const reading = useReading();
  useSyncExternalStore(ticks.subscribe, ticks.version, ticks.version);
  const text = tally(catalog, reading, ticks);
  return (
    <span className="tab-tally" key={text}>
      {text}
    </span>
  );
}
