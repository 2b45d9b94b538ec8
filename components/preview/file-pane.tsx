import { type KeyboardEvent, type MouseEvent, memo, useEffect, useRef, useState } from 'react';
import { useFileActions } from '@/components/state/file-actions';
import { PanelBoundary } from '@/components/state/panel-boundary';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Mark, StateSign } from '@/components/ui/mark';
import { Tick } from '@/components/ui/tick';
import { OVERLAY_FILE } from '@/lib/domain/helm-command';
import { plural } from '@/lib/domain/plural';
import { STATES } from '@/lib/proof/states';
import { type FileRow, fileRows, headLength, rowToShow } from './file-rows';

/** The file, always current, with what can be done with it. */
export function FilePane() {
  const { download, copyYaml, copyLink } = useFileActions();
  const [isOnlyChanges, setOnlyChanges] = useState(false);
  const isSound = useWizardState(({ reading }) => reading.faults.length === 0);
  return (
    <>
      <header className="file-bar">
        <div className="file-name">
          <h2>{OVERLAY_FILE}</h2>
          <FileState />
        </div>
        <Tick isOn={isOnlyChanges} onChange={setOnlyChanges}>
          Only changes
        </Tick>
        <Button title="Alt Y" aria-keyshortcuts="Alt+Y" onClick={copyYaml}>
          Copy YAML
        </Button>
        <Button title="Alt L" aria-keyshortcuts="Alt+L" onClick={copyLink}>
          Copy link
        </Button>
        <Button
          className={isSound ? 'button primary' : 'button'}
          title="Ctrl S"
          aria-keyshortcuts="Control+S"
          onClick={download}
        >
          <Icon name="download" />
          Download {OVERLAY_FILE}
          <span className="shortcut" aria-hidden="true">
            Ctrl S
          </span>
        </Button>
      </header>
      <div className="file-body">
        <PanelBoundary name="The preview">
          <Preview isOnlyChanges={isOnlyChanges} />
        </PanelBoundary>
      </div>
    </>
  );
}

/** How long the file is, what differs in it, and whether it can be used. */
function FileState() {
  const lines = useWizardState(({ reading }) => reading.lines.length);
  const changed = useWizardState(
    ({ documentedDiff }) => documentedDiff.filter(({ kind }) => kind !== 'same').length,
  );
  const problems = useWizardState(({ reading }) => reading.faults.length);
  if (problems > 0)
    return <Mark icon="problem" text={`${plural(problems, 'problem')}: no file yet`} />;
  return (
    <p className="file-state">
      <span>{`${plural(lines, 'line')}, `}</span>
      {changed === 0 ? (
        <span>as documented</span>
      ) : (
        <b className="changed">{plural(changed, 'difference')}</b>
      )}
    </p>
  );
}

interface Props {
  /** Whether to show only the lines that are not as documented. */
  readonly isOnlyChanges: boolean;
}

/** The file as it is now. A line leads to its question: by a click, or with the arrow keys and Enter. */
function Preview({ isOnlyChanges }: Props) {
  const { catalog, openPath } = useWizard();
  const state = useWizardState((whole) => whole);
  const [isHeadOpen, setHeadOpen] = useState(false);
  const pane = useRef<HTMLDivElement>(null);
  const drawn = useRef(state);
  const rows = fileRows(catalog, state, { isHeadOpen, isOnlyChanges });

  useEffect(() => {
    const wanted = rowToShow(rows, state, drawn.current);
    drawn.current = state;
    if (wanted < 0) return;
    // After the frame that shows the change, because reading the layout earlier makes the browser lay the page out twice.
    requestAnimationFrame(() =>
      setTimeout(() => {
        const line = pane.current?.firstElementChild?.children[wanted];
        if (pane.current && line instanceof HTMLElement) reveal(pane.current, line);
      }),
    );
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown has changed as a whole
  useEffect(() => {
    if (pane.current) pane.current.scrollTop = 0;
  }, [isHeadOpen, isOnlyChanges]);

  const open = (target: EventTarget) => {
    const line = target instanceof Element && target.closest<HTMLElement>('[data-path]');
    if (line instanceof HTMLElement) openPath(line.dataset.path ?? '');
  };
  return (
    <section className="preview" aria-label="Preview of values-large.yaml">
      {!isOnlyChanges && <Head isOpen={isHeadOpen} onToggle={() => setHeadOpen(!isHeadOpen)} />}
      {isOnlyChanges && rows.length === 0 && (
        <p className="nothing">Nothing differs from the documented file.</p>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, and lays itself out */}
      <div
        className="code"
        ref={pane}
        translate="no"
        role="group"
        aria-label="Lines. Arrow keys go from key to key, Enter opens the answer behind one."
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
        tabIndex={0}
        onClick={({ target }: MouseEvent) => getSelection()?.isCollapsed && open(target)}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Enter') open(event.target);
          else if (focusNextKey(event)) event.preventDefault();
        }}
      >
        <div className="lines">
          {rows.map((row) => (
            <FileLine {...row} key={row.id} />
          ))}
        </div>
      </div>
    </section>
  );
}

const FileLine = memo(function FileLine(row: FileRow) {
  const { before, value, path, number, chartState, behind, kind, change } = row;
  const classes = [
    'line',
    kind,
    change !== 'same' && change,
    row.isOfStep && 'of-step',
    row.isInFocus && 'in-focus',
    row.isWrong && 'wrong',
  ];
  // The style sheet draws the number, the signs of the classes, and what stands behind the line.
  return (
    <div
      className={classes.filter(Boolean).join(' ')}
      data-path={path}
      data-n={number}
      data-behind={behind || undefined}
    >
      {chartState && <StateSign state={chartState} text={STATES[chartState].word} />}
      {before}
      {value && <span className="yaml-value">{value}</span>}
    </div>
  );
});

/** The head comment in one row, until it is unfolded. */
function Head({ isOpen, onToggle }: { readonly isOpen: boolean; readonly onToggle: () => void }) {
  const last = useWizardState(({ reading }) => headLength(reading.lines));
  const limits = useWizardState(({ reading }) => reading.limits.length);
  const rest = `: how to apply it, answers, ${plural(limits, 'honest limit')}`;
  return (
    <Button className="head-fold" aria-expanded={isOpen} onClick={onToggle}>
      <Icon name="chevron" />
      <b>{`Lines 1–${last}`}</b>
      <span>{rest}</span>
    </Button>
  );
}

/** Brings a line into sight if it is not, moving the pane and nothing else. */
function reveal(pane: HTMLElement, line: HTMLElement): void {
  const top = line.offsetTop;
  const isInSight =
    top >= pane.scrollTop && top + line.offsetHeight <= pane.scrollTop + pane.clientHeight;
  if (!isInSight) pane.scrollTop = top - pane.clientHeight / 3;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Moves the focus to another key. Returns whether the pressed key was an arrow that did. */
function focusNextKey({ key, target, currentTarget }: KeyboardEvent): boolean {
  const by = STEPS[key];
  if (by === undefined) return false;
  const keys = [...currentTarget.querySelectorAll<HTMLElement>('.line.key')];
  const at = keys.findIndex((one) => target instanceof Node && one.contains(target)); // -1: the pane itself
  const next = at < 0 ? keys[0] : keys[at + by];
  if (!next) return false;
  next.tabIndex = -1; // only now: two hundred of them would cost each drawing
  next.focus();
  return true;
}
