import { useReading, useWizard } from '@/components/state/wizard-context';
import { Icon } from '@/components/ui/icon';
import { askedFor } from '@/lib/domain/limit-kind';
import type { PanelName } from '@/lib/outputs/output';
import { prerequisitesOf } from '@/lib/reading/prerequisites';
import type { Ticks } from './preflight/use-ticks';

interface Props {
  readonly panel: PanelName | undefined;
  readonly ticks: Ticks;
}

/** What can be counted of a tab. */
export function Tally({ panel, ticks }: Props) {
  if (panel === 'limits') return <LimitTally />;
  return panel === 'preflight' && <PreflightTally ticks={ticks} />;
}

/** What limits ask for, the most pressing first, and how many there are else. */
function LimitTally() {
  const { limits } = useReading();
  const asked = askedFor(limits);
  const rest = limits.length - asked.reduce((sum, { count }) => sum + count, 0);
  return (
    <span className="tab-tally" key={JSON.stringify([asked, rest])}>
      {asked.map(({ icon, count, short }) => (
        <span className={icon} key={icon}>
          <Icon name={icon} />
          {count}
          <span className="sr-only"> {short}</span> ·{' '}
        </span>
      ))}
      {rest}
    </span>
  );
}

/** "6/29": how many items are ticked, and how many there are. */
function PreflightTally({ ticks }: { readonly ticks: Ticks }) {
  const { catalog } = useWizard();
  const items = prerequisitesOf(catalog, useReading());
  const tally = `${items.filter(ticks.has).length}/${items.length}`;
  return (
    <span className="tab-tally" key={tally}>
      {tally}
    </span>
  );
}
