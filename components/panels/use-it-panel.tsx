import { useState } from 'react';
import { BundleButton } from '@/components/state/file-actions';
import { useReading } from '@/components/state/wizard-context';
import { CodeSnippet } from '@/components/ui/code-snippet';
import { linkAsQuery, overlaySource, snippets } from '@/lib/outputs/snippets/snippets';

/** A copy of the page as plain files has no routes, and so no address of the file to show. */
const IS_STATIC = process.env.STATIC_COPY === 'true';

/** Lines to paste, made from the present answers and the address of this page. */
export function UseItPanel() {
  const reading = useReading();
  const [chosen, choose] = useState('');
  const source = overlaySource(IS_STATIC ? undefined : location.origin, reading);
  const page = `${location.origin}${location.pathname}`;
  const all = [...snippets(source, reading), linkAsQuery(page, reading.link)];
  const open = all.find(({ id }) => id === chosen) ?? all[0];
  return (
    <section className="panel-body use-it" aria-label="Use it">
      <ul>
        {all.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === open?.id ? 'true' : undefined}
              onClick={() => choose(id)}
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
      <div>
        <p className="help">{source.why}</p>
        {reading.faults.length > 0 ? (
          <p className="help">There is no file, and so no address, until the problems are fixed.</p>
        ) : (
          open && (
            <div key={open.id}>
              <CodeSnippet text={open.text} what={open.title} />
              {open.note !== undefined && <p className="help">{open.note}</p>}
              {open.variants?.map(({ shell, text }) => (
                <details className="method" key={shell}>
                  <summary>In {shell}</summary>
                  <CodeSnippet text={text} what={`${open.title}, ${shell}`} />
                </details>
              ))}
            </div>
          )
        )}
        <div className="bundle">
          <BundleButton />
          <p className="help">
            The overlay and all that is made beside it, with a README that says what each file is
            and how to use it. It unpacks into the folder kaireon-values-large.
          </p>
        </div>
      </div>
    </section>
  );
}
