import { useId } from 'react';
import { FileButton } from '@/components/state/file-actions';
import { useTicks } from '@/components/state/ticks';
import { useReading, useWizard } from '@/components/state/wizard-context';
import { CodeSnippet } from '@/components/ui/code-snippet';
import { grouped } from '@/lib/domain/grouped';
import { preflightScriptOutput } from '@/lib/outputs/preflight/preflight';
import { type AppliedPrerequisite, prerequisitesOf } from '@/lib/reading/prerequisites';

/** Everything that must exist before the file is applied, each with a command that proves it and a box to tick. */
export function PreflightPanel() {
  const { catalog } = useWizard();
  const items = prerequisitesOf(catalog, useReading());
  const ticks = useTicks();
  const sections = grouped(items, ({ section }) => section);
  const done = items.filter(ticks.has).length;
  return (
    <section className="panel-body" aria-label="Preflight">
      <div className="panel-lead">
        <p>
          What must exist before <code>helm upgrade</code>, with a command that proves it. The chart
          provisions none of it. Ticks stay in this browser; one goes when its item changes. The
          script runs every command that only reads, and says what is missing.
        </p>
        <p className="progress">
          <progress max={items.length} value={done} aria-label="Items ticked" />
          <b>{`${done} of ${items.length}`}</b> ticked
        </p>
        <FileButton output={preflightScriptOutput} />
      </div>
      {[...sections].map(([section, needs]) => (
        <div key={section}>
          <h3>{section}</h3>
          <ul>
            {needs.map((item) => (
              <Item item={item} key={item.id} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** Once ticked, only what it was: the command has done its work. */
function Item({ item }: { readonly item: AppliedPrerequisite }) {
  const ticks = useTicks();
  const { id, text, verify, good, isByHand, origin, limit } = item;
  const box = useId();
  const isTicked = ticks.has(item);
  return (
    <li className="preflight-item">
      <input
        type="checkbox"
        id={box}
        checked={isTicked}
        onChange={({ target }) => ticks.set(item, target.checked)}
      />
      <label htmlFor={box}>{text}</label>
      <span className="origin" key={`${good} ${limit}`}>
        {origin === 'documented' ? 'Documented' : 'General practice'}
        {limit !== undefined && (
          <>
            , answers the limit <code>{limit}</code>
          </>
        )}
        {isByHand && '. Does more than read, so the script leaves it to you'}
        {good !== '' && `. A good answer: ${good}`}
      </span>
      {!isTicked && <CodeSnippet text={verify} what={`the command for ${id}`} isOneLine />}
    </li>
  );
}
