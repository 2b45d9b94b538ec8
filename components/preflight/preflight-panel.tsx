'use client';

import { memo } from 'react';
import { CodeSnippet } from '@/components/file/code-snippet';
import { useWizard } from '@/components/state/wizard-context';
import { count } from '@/components/ui/count';
import { type AppliedPrerequisite, prerequisitesOf } from '@/lib/outputs/preflight/preflight';
import type { Reading } from '@/lib/reading/reading';
import { useTicks } from './use-ticks';

/** Everything that must exist before the file is applied, each with a command that proves it and a box to tick. */
export const PreflightPanel = memo(function PreflightPanel({
  reading,
}: {
  readonly reading: Reading;
}) {
  const { catalog } = useWizard();
  const { isTicked, tick } = useTicks();
  const items = prerequisitesOf(catalog, reading);
  const sections = [...new Set(items.map(({ section }) => section))];
  const done = items.filter(isTicked).length;
  return (
    <section className="group" aria-labelledby="preflight-title">
      <h3 id="preflight-title">Preflight</h3>
      <p className="group-summary">
        What must exist before <code>helm upgrade</code>, with a command that proves it. The chart
        provisions none of it. Ticks stay in this browser; one goes when its item changes.
      </p>
      <p className="tally">
        {done} of {count(items.length, 'item')} ticked
      </p>
      {sections.map((section) => (
        <div className="preflight-section" key={section}>
          <h4>{section}</h4>
          <ul>
            {items
              .filter((item) => item.section === section)
              .map((item) => (
                <Item
                  item={item}
                  isTicked={isTicked(item)}
                  onTick={(ticked) => tick(item, ticked)}
                  key={item.id}
                />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
});

interface ItemProps {
  readonly item: AppliedPrerequisite;
  readonly isTicked: boolean;
  readonly onTick: (ticked: boolean) => void;
}

function Item({ item, isTicked, onTick }: ItemProps) {
  const { id, text, verify, origin, limit } = item;
  return (
    <li className="preflight-item">
      <label>
        <input
          type="checkbox"
          checked={isTicked}
          onChange={({ target }) => onTick(target.checked)}
        />
        <span>{text}</span>
      </label>
      <details>
        <summary>
          {origin === 'documented' ? 'Documented' : 'General practice'}
          {limit !== undefined && (
            <>
              , answers the limit <code>{limit}</code>
            </>
          )}
          . How to prove it
        </summary>
        <CodeSnippet text={verify} what={`the command for ${id}`} />
      </details>
    </li>
  );
}
