import { memo, useState } from 'react';
import { BundleButton } from '@/components/state/file-actions';
import { CodeSnippet } from '@/components/ui/code-snippet';
import { fileSnippets, snippets } from '@/lib/outputs/snippets/snippets';
import type { Reading } from '@/lib/reading/reading';

/** A copy of the page as plain files has no routes, and so no address of the file to show. */
const IS_STATIC = process.env.STATIC_COPY === 'true';

/** Lines to paste, made from the present answers and the address of this page. */
export const UseItPanel = memo(function UseItPanel({ reading }: { readonly reading: Reading }) {
  const { link, faults } = reading;
  const [chosen, choose] = useState('');
  const all = IS_STATIC ? fileSnippets() : snippets(location.origin, link);
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
        <p className="help">
          {IS_STATIC
            ? 'This copy of the page is plain files and has no HTTP routes, so the overlay has no address. Download it, and save it beside the chart’s folder, not over the chart’s own helm/values-large.yaml.'
            : 'The address is the file: the same answers always give the same bytes. It carries the answers as a query, so they reach the log of whoever serves this page.'}
        </p>
        {faults.length > 0 ? (
          <p className="help">There is no file, and so no address, until the problems are fixed.</p>
        ) : (
          open && (
            <div key={open.id}>
              <CodeSnippet text={open.text} what={open.title} />
              {open.note !== undefined && <p className="help">{open.note}</p>}
            </div>
          )
        )}
        <div className="bundle">
          <BundleButton />
          <p className="help">
            The overlay, its report and schema, PREFLIGHT.md, a k6 script sized to these answers,
            the picture, and a README with the commands. The same answers always give the same
            bytes.
          </p>
        </div>
      </div>
    </section>
  );
});
