import type { ComponentType } from 'react';
import { later } from '@/components/later/later';
import { useTicks } from '@/components/state/ticks';
import { useReading, useWizard } from '@/components/state/wizard-context';
import { Icon } from '@/components/ui/icon';
import { askedFor } from '@/lib/domain/limit-kind';
import type { PanelName } from '@/lib/outputs/output';
import { prerequisitesOf } from '@/lib/reading/prerequisites';
import { LimitsPanel } from './limits-panel';

interface Panel {
  readonly Panel: ComponentType;
  /** What can be counted of it, beside the name of its tab. */
  readonly Tally?: ComponentType;
}

export const panels: Readonly<Record<PanelName, Panel>> = {
  limits: { Panel: LimitsPanel, Tally: LimitTally },
  capacity: { Panel: later('CapacityPanel') },
  topology: { Panel: later('TopologyPanel') },
  preflight: { Panel: later('PreflightPanel'), Tally: PreflightTally },
  'use-it': { Panel: later('UseItPanel') },
  'your-chart': { Panel: later('ChartPanel') },
};

/** What limits ask for, the most pressing first, and how many there are else. */
function LimitTally() {
  const { limits } = useReading();
  const asked = askedFor(limits);
  const rest = limits.length - asked.reduce((sum, { count }) => sum + count, 0);
  return (
    <span className="tab-tally">
      {asked.map(({ icon, count, short }) => (
        <span className={icon} key={icon}>
          <Icon name={icon} />
          <span>{count}</span>
          <span className="sr-only">{` ${short}`}</span> ·{' '}
        </span>
      ))}
      <span>{rest}</span>
    </span>
  );
}

/** "6/29": how many items are ticked, and how many there are. */
function PreflightTally() {
  const { catalog } = useWizard();
  const ticks = useTicks();
  const items = prerequisitesOf(catalog, useReading());
  return <span className="tab-tally">{`${items.filter(ticks.has).length}/${items.length}`}</span>;
}
