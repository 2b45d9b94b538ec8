import { useSyncExternalStore } from 'react';
import { useReading, useWizard } from '@/components/state/wizard-context';
import { countCautions } from '@/components/state/wizard-store';
import { Icon } from '@/components/ui/icon';
import { wordFor } from '@/lib/domain/plural';
import type { Output } from '@/lib/outputs/output';
import { prerequisitesOf } from '@/lib/reading/prerequisites';
import type { Ticks } from './preflight/ticks';

interface Props {
  readonly output: Output;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly ticks: Ticks;
}

/** One tab, with what can be counted of it. */
export function ResultTab({ output: { name, title, tab }, isOpen, onOpen, ticks }: Props) {
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
      {tab?.panel === 'limits' && <LimitTally />}
      {tab?.panel === 'preflight' && <PreflightTally ticks={ticks} />}
    </button>
  );
}

function LimitTally() {
  const { limits: all } = useReading();
  const cautions = countCautions(all);
  return (
    <span className="tab-tally" key={`${cautions} ${all.length}`}>
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
      {all.length - cautions}
    </span>
  );
}

/** "6/29": how many items are ticked, and how many there are. */
function PreflightTally({ ticks }: { readonly ticks: Ticks }) {
  const { catalog } = useWizard();
  const items = prerequisitesOf(catalog, useReading());
  useSyncExternalStore(ticks.subscribe, ticks.version, ticks.version);
  const tally = `${items.filter(ticks.has).length}/${items.length}`;
  return (
    <span className="tab-tally" key={tally}>
      {tally}
    </span>
  );
}
