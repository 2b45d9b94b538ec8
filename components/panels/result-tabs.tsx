import { type KeyboardEvent, Suspense, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { PanelBoundary } from '@/components/state/panel-boundary';
import { useReading, useWizard, useWizardState } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { lazyPart, whenIdle } from '@/components/ui/lazy-part';
import { onOpenTab } from '@/components/ui/open-tab';
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

/** What gives the panel another height; pressed again, its normal one. */
const SIZE_BUTTONS = [
  { to: 'tall', icon: 'taller', label: 'Make the panel taller' },
  { to: 'folded', icon: 'fold', label: 'Fold the panel away' },
] as const;

type Size = 'normal' | (typeof SIZE_BUTTONS)[number]['to'];

/** Everything else that follows from the answers, one panel at a time. */
export function ResultTabs() {
  const { store } = useWizard();
  const ticks = useTicks();
  const session = useChartSession();
  const [tab, setTab] = useState(FIRST);
  const [size, setSize] = useState<Size>('normal');
  const view = useWizardState((state) => state.view);
  const [isIdle, setIdle] = useState(false);

  useEffect(() => whenIdle(() => setIdle(true)), []);
  const open = (name: string) => {
    setTab(name);
    if (size === 'folded') setSize('normal');
  };
  const openAndFocus = (name: string) => {
    flushSync(() => open(name));
    document.getElementById(`tab-${name}`)?.focus();
  };

  useEffect(() => {
    if (view === 'limits') setTab(FIRST);
    if (view === 'more') setTab((now) => (now === FIRST ? FIRST_MORE : now));
  }, [view]);
  useEffect(() =>
    onOpenTab((name) => {
      flushSync(() => store.update({ view: name === FIRST ? 'limits' : 'more' }));
      openAndFocus(name);
    }),
  );

  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ name }) => name === tab);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    const name = to === undefined ? undefined : tabs.at(to % tabs.length)?.name;
    if (name === undefined) return;
    event.preventDefault();
    openAndFocus(name);
  };

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
            onClick={() => setSize(size === to ? 'normal' : to)}
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
