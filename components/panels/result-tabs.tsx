import { type KeyboardEvent, Suspense, useEffect, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { PanelBoundary } from '@/components/state/panel-boundary';
import { useReading, useWizard, useWizardState } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { Icon, type IconName } from '@/components/ui/icon';
import { lazyPart, whenIdle } from '@/components/ui/lazy-part';
import { onOpenTab } from '@/components/ui/open-tab';
import { store as keep, stored } from '@/components/ui/stored';
import type { Output } from '@/lib/outputs/output';
import { tabs } from '@/lib/outputs/registry';
import { useChartSession } from './chart/chart-session';
import { type PanelProps, panels } from './panels';
import { useTicks } from './preflight/use-ticks';
import { Tally } from './tally';

const FilePanel = lazyPart(async () => (await import('./later')).FilePanel);
const Print = lazyPart(async () => (await import('./later')).Print);
const ChartFollower = lazyPart(async () => (await import('./later')).ChartFollower);

const [{ name: FIRST = '' } = {}, { name: FIRST_MORE = FIRST } = {}] = tabs;

const SIZES = ['normal', 'tall', 'folded'] as const;
type Size = (typeof SIZES)[number];

/** What gives the panel another height; pressed again, its normal one. */
const SIZE_BUTTONS: readonly { to: Size; icon: IconName; label: string }[] = [
  { to: 'tall', icon: 'taller', label: 'Make the panel taller' },
  { to: 'folded', icon: 'fold', label: 'Fold the panel away' },
];

/** Which tab is open, and how high. */
interface Place {
  readonly tab: string;
  readonly size: Size;
}

const STORED = 'kaireon-results';

/** The place that this browser has kept; what is no tab or size of ours is left out. */
const keptPlace = (): Partial<Place> | undefined =>
  stored(STORED, (text) => {
    const { tab, size } = JSON.parse(text) as Partial<Record<string, unknown>>; // `null` throws here
    return {
      ...(tabs.some(({ name }) => name === tab) && { tab: String(tab) }),
      ...(SIZES.some((one) => one === size) && { size: size as Size }), // one of them
    };
  });

const unfolded = (size: Size): Size => (size === 'folded' ? 'normal' : size);

const focusTab = (name: string) => document.getElementById(`tab-${name}`)?.focus();

/** Everything else that follows from the answers, one panel at a time. */
export function ResultTabs() {
  const { store } = useWizard();
  const ticks = useTicks();
  const session = useChartSession();
  const [place, setPlace] = useState<Place>({ tab: FIRST, size: 'normal' });
  const view = useWizardState((state) => state.view);
  const [isIdle, setIdle] = useState(false);

  // Not in the first drawing, which is the server's too.
  useLayoutEffect(() => setPlace((first) => ({ ...first, ...keptPlace() })), []);
  useEffect(() => whenIdle(() => setIdle(true)), []);
  const change = (next: Partial<Place>) => {
    const whole = { ...place, ...next };
    setPlace(whole);
    keep(STORED, JSON.stringify(whole));
  };
  const open = (tab: string) => change({ tab, size: unfolded(place.size) });

  useEffect(() => {
    if (view === 'limits') setPlace((now) => ({ ...now, tab: FIRST }));
    if (view === 'more') {
      setPlace((now) => (now.tab === FIRST ? { ...now, tab: FIRST_MORE } : now));
    }
  }, [view]);
  useEffect(
    () =>
      onOpenTab((tab) => {
        flushSync(() => {
          setPlace(({ size }) => ({ tab, size: unfolded(size) }));
          store.move({ view: tab === FIRST ? 'limits' : 'more' });
        });
        focusTab(tab);
      }),
    [store],
  );

  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ name }) => name === place.tab);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    const name = to === undefined ? undefined : tabs.at(to % tabs.length)?.name;
    if (name === undefined) return;
    event.preventDefault();
    flushSync(() => open(name));
    focusTab(name);
  };

  const { tab, size } = place;
  const output = tabs.find(({ name }) => name === tab);
  return (
    <div className="result-tabs" data-size={size}>
      <div className="tab-bar">
        <div role="tablist" aria-label="Results" onKeyDown={move}>
          {tabs.map((one) => (
            <button
              type="button"
              role="tab"
              id={`tab-${one.name}`}
              data-tab={one.name}
              aria-controls={one === output ? `panel-${one.name}` : undefined}
              aria-selected={one === output}
              tabIndex={one === output ? 0 : -1}
              onClick={() => open(one.name)}
              key={one.name}
            >
              {one.title}
              <Tally panel={one.tab?.panel} ticks={ticks} />
            </button>
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
        {output && size !== 'folded' && (
          <PanelBoundary name={output.title}>
            <h2 className="sr-only">{output.title}</h2>
            <OpenPanel output={output} ticks={ticks} session={session} />
          </PanelBoundary>
        )}
      </div>
      {isIdle && (
        <Suspense>
          <Print />
          <ChartFollower session={session} />
        </Suspense>
      )}
    </div>
  );
}

/** Only the open panel is there, so only it is drawn again. An output without a panel of its own shows its file. */
function OpenPanel({ output, ...given }: Omit<PanelProps, 'reading'> & { output: Output }) {
  const reading = useReading();
  const name = output.tab?.panel;
  const Panel = name === undefined ? undefined : panels[name];
  const drawn = Panel ? (
    <Panel reading={reading} {...given} />
  ) : (
    <FilePanel output={output} reading={reading} />
  );
  // What the server draws too stands in no Suspense: React would hydrate that later, when the answers are others.
  if (output.name === FIRST) return drawn;
  return <Suspense fallback={<p className="panel-wait">Loading…</p>}>{drawn}</Suspense>;
}
