'use client';

import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { PanelBoundary } from '@/components/state/panel-boundary';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { Icon, type IconName } from '@/components/ui/icon';
import { onOpenTab } from '@/components/ui/open-tab';
import { useLazy } from '@/components/ui/use-lazy';
import { loadMakers, tabs } from '@/lib/outputs/registry';
import { LimitsPanel } from './limits/limits-panel';
import { type PanelPlace, type PanelSize, rememberedPlace, rememberPlace } from './panel-place';
import type { PanelProps } from './panel-props';
import { Print } from './print';
import { createProofSession } from './proof/proof-session';
import { ResultTab } from './result-tab';
import { createTicks } from './ticks';
import { useSettled } from './use-settled';

const LIMITS = 'limits';
const NAMES = tabs.map(({ name }) => name);
/** What the view `More` opens first: the first tab that has no view of its own. */
const FIRST_MORE = NAMES.find((name) => name !== LIMITS) ?? LIMITS;

/** All that the panels can make too, so that nothing is fetched later. A panel does without what did not come. */
const load = async () => {
  const panels = await import('./lazy-panels');
  await loadMakers().catch(() => {});
  return panels;
};

/** Everything else that follows from the answers, one panel at a time. */
export function ResultTabs() {
  const { store } = useWizard();
  const late = useLazy(load);
  const [ticks] = useState(createTicks);
  const [session] = useState(createProofSession);
  const [place, setPlace] = useState<PanelPlace>({ tab: LIMITS, size: 'normal' });
  const view = useWizardState((state) => state.view);
  const list = useRef<HTMLDivElement>(null);

  // Not in the first drawing, which is the server's too.
  useLayoutEffect(() => setPlace((first) => ({ ...first, ...rememberedPlace(NAMES) })), []);
  const change = (next: Partial<PanelPlace>) => {
    const whole = { ...place, ...next };
    setPlace(whole);
    rememberPlace(whole);
  };
  const open = (tab: string) =>
    change({ tab, ...(place.size === 'folded' && { size: 'normal' as const }) });
  const toggle = (size: PanelSize) => change({ size: place.size === size ? 'normal' : size });
  const focus = (name: string) => list.current?.querySelector<HTMLElement>(`#tab-${name}`)?.focus();

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
        list.current?.querySelector<HTMLElement>(`#tab-${tab}`)?.focus();
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
    focus(name);
  };

  const { tab, size } = place;
  const title = tabs.find(({ name }) => name === tab)?.title ?? '';
  return (
    <div className="result-tabs" data-size={size}>
      <div className="tab-bar">
        <div role="tablist" aria-label="Results" ref={list} onKeyDown={move}>
          {tabs.map((output) => (
            <ResultTab
              output={output}
              isOpen={output.name === tab}
              onOpen={() => open(output.name)}
              tally={output.name === 'preflight' ? late?.preflightTally : undefined}
              ticks={ticks}
              key={output.name}
            />
          ))}
        </div>
        <SizeButton
          of="tall"
          icon="taller"
          now={size}
          label="Make the panel taller"
          onToggle={toggle}
        />
        <SizeButton
          of="folded"
          icon="fold"
          now={size}
          label="Fold the panel away"
          onToggle={toggle}
        />
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
              <LatePanel of={late?.lazyPanels[tab]} ticks={ticks} session={session} />
            )}
          </PanelBoundary>
        )}
      </div>
      {late && <Print of={late.PrintedPage} />}
      {late && <late.ProofFollower session={session} />}
    </div>
  );
}

interface SizeProps {
  readonly of: PanelSize;
  readonly now: PanelSize;
  readonly icon: IconName;
  readonly label: string;
  readonly onToggle: (size: PanelSize) => void;
}

/** Gives the panel a size, or its normal one again. */
function SizeButton({ of, now, icon, label, onToggle }: SizeProps) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-pressed={now === of}
      aria-label={label}
      title={label}
      onClick={() => onToggle(of)}
    >
      <Icon name={icon} />
    </button>
  );
}

interface LateProps {
  readonly of: React.ComponentType<PanelProps> | undefined;
  readonly ticks: PanelProps['ticks'];
  readonly session: PanelProps['session'];
}

/** Only the open panel is there, so only it is drawn again. */
function LatePanel({ of: Panel, ticks, session }: LateProps) {
  const reading = useSettled(readingOf);
  return Panel ? (
    <Panel reading={reading} ticks={ticks} session={session} />
  ) : (
    <p className="panel-wait">Loading…</p>
  );
}

const readingOf: Parameters<typeof useSettled<PanelProps['reading']>>[0] = ({ reading }) => reading;
