'use client';

import { type KeyboardEvent, type MouseEvent, useEffect, useMemo } from 'react';
import { declaredPath, placeOf } from '@/components/state/places';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import type { Line } from '@/lib/overlay/print';
import { lineStatuses } from './line-statuses';
import { type Differences, differences } from './only-changes';
import { blocksOf, PreviewBlock } from './preview-block';
import { lineElementId, revealLine } from './show-in-file';

interface Props {
  /** The default file, to show only what differs from it; `null` shows the whole file. */
  readonly defaults: readonly Line[] | null;
}

/**
 * The file as it is now, with the lines marked that the last answer changed. A line leads to its question: by a click,
 * or with the arrow keys and Enter.
 */
export function Preview({ defaults }: Props) {
  const { catalog, store, openAnswer, openOption } = useWizard();
  const lines = useWizardState((state) => state.lines);
  const changed = useWizardState(({ changedLines }) => changedLines);
  const reading = useWizardState((state) => state.reading);
  const statuses = useMemo(() => lineStatuses(reading), [reading]);
  const shown: Differences = defaults ? differences(lines, defaults) : { lines, gone: [] };

  useEffect(() => {
    const first = lines.find(({ id, kind }) => kind === 'key' && changed.has(id));
    if (!first) return;
    // Once the change is painted: asking where the line is any sooner would lay the page out twice.
    const frame = requestAnimationFrame(() =>
      setTimeout(() => revealLine(document.getElementById(lineElementId(first.id)))),
    );
    return () => cancelAnimationFrame(frame);
  }, [lines, changed]);

  const lead = ({ target }: { target: EventTarget }) => {
    const path = target instanceof Element && target.closest<HTMLElement>('.line')?.dataset.path;
    const place = path
      ? placeOf(catalog, declaredPath(store.get().reading.entries, path))
      : undefined;
    if (!place) return;
    if ('answer' in place) openAnswer(place.answer);
    else openOption(place.option);
  };

  return (
    <section
      className="code"
      aria-label="Preview of values-large.yaml"
      // A region that scrolls must be reachable without a mouse.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      onClick={(event: MouseEvent) => getSelection()?.isCollapsed && lead(event)}
      onKeyDown={(event) => (event.key === 'Enter' ? lead(event) : moveAlongKeys(event))}
    >
      {defaults && shown.lines.length + shown.gone.length === 0 && (
        <p className="nothing">Nothing differs from the documented default.</p>
      )}
      <div className="lines">
        {blocksOf(shown.lines, changed, statuses).map((block) => (
          <PreviewBlock {...block} key={block.id} />
        ))}
      </div>
      {shown.gone.length > 0 && (
        <p className="nothing">Only in the default: {shown.gone.join(', ')}.</p>
      )}
    </section>
  );
}

/** Arrow keys go from key to key. */
function moveAlongKeys(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const keys = [...event.currentTarget.querySelectorAll<HTMLElement>('.line.key')];
  const at = keys.indexOf(event.target as HTMLElement); // -1 when the region itself has the focus
  const next = keys[at < 0 ? 0 : at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
