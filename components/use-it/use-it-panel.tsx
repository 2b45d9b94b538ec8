'use client';

import { memo } from 'react';
import { CodeSnippet } from '@/components/file/code-snippet';
import { fileSnippets, snippets } from '@/lib/outputs/snippets/snippets';
import type { Reading } from '@/lib/reading/reading';
import { BundleButton } from './bundle-button';

/** A copy of the page as plain files has no routes, and so no address of the file to show. */
const IS_STATIC = process.env.STATIC_COPY === 'true';

/** Lines to paste, made from the present answers and the address of this page. */
export const UseItPanel = memo(function UseItPanel({ reading }: { readonly reading: Reading }) {
  const { link, faults } = reading;
  return (
    <section className="group" aria-labelledby="use-it-title">
      <h3 id="use-it-title">Use it</h3>
      <p className="group-summary">
        {IS_STATIC
          ? 'This copy of the page is plain files and has no HTTP routes, so the overlay has no address of its own. Download it, and save it as helm/values-large.yaml.'
          : 'The address below is the file: the same answers always give the same bytes. It carries the answers as a query, so they reach the log of whoever serves this page.'}
      </p>
      {faults.length === 0 ? (
        (IS_STATIC ? fileSnippets() : snippets(location.origin, link)).map(
          ({ id, title, text, note }) => (
            <details className="snippet" key={id} open={id === 'helm-upgrade'}>
              <summary>{title}</summary>
              <CodeSnippet text={text} what={title} />
              {note !== undefined && <p className="help">{note}</p>}
            </details>
          ),
        )
      ) : (
        <p className="help">There is no file, and so no address, until the problems are fixed.</p>
      )}
      <BundleButton />
    </section>
  );
});
