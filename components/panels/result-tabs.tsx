import { type KeyboardEvent, Suspense, useEffect, useState } from 'react';
import { later } from '@/components/later/later';
import { tabId } from '@/components/state/focus';
import { PanelBoundary } from '@/components/state/panel-boundary';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { FIRST_TAB } from '@/components/state/wizard-store';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { whenIdle } from '@/components/ui/when-idle';
import { tabs } from '@/lib/outputs/registry';
import { panels } from './panels';

const FilePanel = later('FilePanel');
const Print = later('Print');
const ChartFollower = later('ChartFollower');

const PANEL = 'result-panel';

/** What gives the panel another height; pressed again, its normal one. */
const SIZE_BUTTONS = [
  { to: 'tall', icon: 'taller', label: 'Make the panel taller' },
  { to: 'folded', icon: 'fold', label: 'Fold the panel away' },
] as const;

/** Everything else that follows from the answers, one panel at a time. */
export function ResultTabs() {
  const { store, openTab } = useWizard();
  const tab = useWizardState((state) => state.tab);
  const size = useWizardState(({ panelSize }) => panelSize);
  const [isIdle, setIdle] = useState(false);
  useEffect(() => whenIdle(() => setIdle(true)), []);

  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ name }) => name === tab);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    const name = to === undefined ? undefined : tabs.at(to % tabs.length)?.name;
    if (name === undefined) return;
    event.preventDefault();
    openTab(name);
  };

  const output = tabs.find(({ name }) => name === tab);
  const Panel = output?.tab?.panel && panels[output.tab.panel].Panel;
  // Only the open panel is there, so only it is drawn again. An output without a panel of its own shows its file.
  const drawn = Panel ? <Panel /> : output && <FilePanel output={output} />;
  return (
    <div className="result-tabs" data-size={size}>
      <div className="tab-bar">
        <div role="tablist" aria-label="Results" onKeyDown={move}>
          {tabs.map(({ name, title, tab: { panel } = {} }) => {
            const Tally = panel && panels[panel].Tally;
            return (
              <button
                type="button"
                role="tab"
                id={tabId(name)}
                data-tab={name}
                aria-controls={name === tab ? PANEL : undefined}
                aria-selected={name === tab}
                tabIndex={name === tab ? 0 : -1}
                onClick={() => openTab(name)}
                key={name}
              >
                {title}
                {Tally && <Tally />}
              </button>
            );
          })}
        </div>
        {SIZE_BUTTONS.map(({ to, icon, label }) => (
          <Button
            className="icon-button"
            aria-pressed={size === to}
            aria-label={label}
            title={label}
            onClick={() => store.update({ panelSize: size === to ? 'normal' : to })}
            key={to}
          >
            <Icon name={icon} />
          </Button>
        ))}
      </div>
      <div
        className="tab-panel"
        role="tabpanel"
        id={PANEL}
        aria-labelledby={tabId(tab)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
        tabIndex={0}
        key={tab}
      >
        {output && size !== 'folded' && (
          <PanelBoundary name={output.title}>
            <h2 className="sr-only">{output.title}</h2>
            {/* What the server draws too stands in no Suspense: React would hydrate that later, when the answers are others. */}
            {tab === FIRST_TAB ? (
              drawn
            ) : (
              <Suspense fallback={<p className="panel-wait">Loading…</p>}>{drawn}</Suspense>
            )}
          </PanelBoundary>
        )}
      </div>
      {isIdle && (
        <Suspense>
          <Print />
          <ChartFollower />
        </Suspense>
      )}
    </div>
  );
}
