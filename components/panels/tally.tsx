import { useReading, useWizard } from '@/components/state/wizard-context';
import { countKind } from '@/components/state/wizard-store';
import { Icon } from '@/components/ui/icon';
import { limitKinds } from '@/lib/domain/limit-kind';
import type { PanelName } from '@/lib/outputs/output';
import { prerequisitesOf } from '@/lib/reading/prerequisites';
import type { Ticks } from './preflight/use-ticks';

/** What can be counted of a tab. */
export function Tally({
  panel,
  ticks,
}: {
  readonly panel: PanelName | undefined;
  readonly ticks: Ticks;
}) {
  if (panel === 'limits') return <LimitTally />;
  return panel === 'preflight' && <PreflightTally ticks={ticks} />;
}

const PRESSING = ['to-fill-in', 'caution'] as const;

/** What is to be done about limits, the most pressing first, and how many there are else. */
function LimitTally() {
  const { limits } = useReading();
  const counts = PRESSING.map((kind) => [kind, countKind(limits, kind)] as const);
  const pressing = counts.filter(([, count]) => count > 0);
  const rest = limits.length - pressing.reduce((sum, [, count]) => sum + count, 0);
  return (
    <span className="tab-tally" key={`${counts} ${rest}`}>
      {pressing.map(([kind, count]) => (
        <span className={kind} key={kind}>
          <Icon name={limitKinds[kind].icon} />
          {count}
          <span className="sr-only"> {limitKinds[kind].heading}</span> ·{' '}
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
