import { type KeyboardEvent, useEffect, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { PanelBoundary } from '@/components/state/panel-boundary';
import { useReading, useWizard, useWizardState } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { Icon, type IconName } from '@/components/ui/icon';
import { onOpenTab } from '@/components/ui/open-tab';
import { useLazy } from '@/components/ui/use-lazy';
import type { Output } from '@/lib/outputs/output';
import { loadMakers, tabs } from '@/lib/outputs/registry';
import type { PanelProps } from './lazy-panels';
import { LimitsPanel } from './limits/limits-panel';
import { type PanelPlace, type PanelSize, rememberedPlace, rememberPlace } from './panel-place';
import { createTicks } from './preflight/ticks';
import { Print } from './print';
import { createProofSession } from './proof/proof-session';
import { ResultTab } from './result-tab';

const LIMITS = 'limits';
const NAMES = tabs.map(({ name }) => name);
/** What the view `More` opens first: the first tab that has no separate view. */
const FIRST_MORE = NAMES.find((name) => name !== LIMITS) ?? LIMITS;

/** What gives the panel another height; pressed again, its normal one. */
const SIZE_BUTTONS: readonly { to: PanelSize; icon: IconName; label: string }[] = [
  { to: 'tall', icon: 'taller', label: 'Make the panel taller' },
  { to: 'folded', icon: 'fold', label: 'Fold the panel away' },
];

const focusTab = (name: string) => document.getElementById(`tab-${name}`)?.focus();

/** All that the panels can make too, so that nothing is fetched later. A panel does without what did not come. */
const load = async () => {
  const panels = await import('./lazy-panels');
  await loadMakers().catch(() => {});
  return panels;
};

/** Everything else that follows from the answers, one panel at a time. */
export function ResultTabs() {
  const { store } = useWizard();
  const lazy = useLazy(load);
  const [ticks] = useState(createTicks);
  const [session] = useState(createProofSession);
  const [place, setPlace] = useState<PanelPlace>({ tab: LIMITS, size: 'normal' });
  const view = useWizardState((state) => state.view);

  // Not in the first drawing, which is the server's too.
  useLayoutEffect(() => setPlace((first) => rememberedPlace(NAMES, first)), []);
  const change = (next: Partial<PanelPlace>) => {
    const whole = { ...place, ...next };
    setPlace(whole);
    rememberPlace(whole);
  };
  const open = (tab: string) =>
    change({ tab, ...(place.size === 'folded' && { size: 'normal' as const }) });

  useEffect(() => {
    if (view === 'limits') setPlace((now) => ({ ...now, tab: LIMITS }));
    if (view === 'more') {
      setPlace((now) => (now.tab === LIMITS ? { ...now, tab: FIRST_MORE } : now));
    }
  }, [view]);
  useEffect(
    () =>
      onOpenTab((tab) => {
        flushSync(() => {
          setPlace(({ size }) => ({ tab, size: size === 'folded' ? 'normal' : size }));
          store.move({ view: tab === LIMITS ? 'limits' : 'more' });
        });
        focusTab(tab);
      }),
    [store],
  );

  const move = (event: KeyboardEvent) => {
    const at = NAMES.indexOf(place.tab);
    const to = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: NAMES.length - 1,
    }[event.key];
    const name = to === undefined ? undefined : NAMES.at(to % NAMES.length);
    if (name === undefined) return;
    event.preventDefault();
    flushSync(() => open(name));
    focusTab(name);
  };

  const { tab, size } = place;
  const output = tabs.find(({ name }) => name === tab);
  const title = output?.title ?? '';
  return (
    <div className="result-tabs" data-size={size}>
      <div className="tab-bar">
        <div role="tablist" aria-label="Results" onKeyDown={move}>
          {tabs.map((output) => (
            <ResultTab
              output={output}
              isOpen={output.name === tab}
              onOpen={() => open(output.name)}
              tally={output.name === 'preflight' ? lazy?.preflightTally : undefined}
              ticks={ticks}
              key={output.name}
            />
          ))}
        </div>
        {SIZE_BUTTONS.map(({ to, icon, label }) => (
          <Button
            className="icon-button"
            aria-pressed={size === to}
            aria-label={label}
            title={label}
            onClick={() => change({ size: size === to ? 'normal' : to })}
            key={to}
          >
            <Icon name={icon} />
          </Button>
        ))}
      </div>
      <div
        className="tab-panel"
        role="tabpanel"
        id={`panel-${tab}`}
        aria-labelledby={`tab-${tab}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
        tabIndex={0}
        key={tab}
      >
        <h2 className="sr-only">{title}</h2>
        {size !== 'folded' && (
          <PanelBoundary name={title}>
            {tab === LIMITS ? (
              <LimitsPanel />
            ) : (
              <OpenPanel lazy={lazy} output={output} ticks={ticks} session={session} />
            )}
          </PanelBoundary>
        )}
      </div>
      {lazy && <Print of={lazy.PrintedPage} />}
      {lazy && <lazy.ProofFollower session={session} />}
    </div>
  );
}

interface OpenPanelProps extends Omit<PanelProps, 'reading'> {
  readonly lazy: Awaited<ReturnType<typeof load>> | undefined;
  readonly output: Output | undefined;
}

/** Only the open panel is there, so only it is drawn again. An output without a panel of its own shows its file. */
function OpenPanel({ lazy, output, ticks, session }: OpenPanelProps) {
  const reading = useReading();
  if (!lazy || !output) return <p className="panel-wait">Loading…</p>;
  const name = output.tab?.panel;
  if (name === undefined) return <lazy.FilePanel output={output} reading={reading} />;
  const Panel = lazy.panels[name];
  return <Panel reading={reading} ticks={ticks} session={session} />;
}
