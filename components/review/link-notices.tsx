'use client';

import { count } from '@/components/state/wizard-state';
import type { Notice } from '@/lib/link/link';

/** A link can hold any number of them; more than this helps nobody. */
const SHOWN = 20;

interface Props {
  readonly notices: readonly Notice[];
  readonly onDismiss: () => void;
}

/** What a link held that was not understood. Everything else in it was. */
export function LinkNotices({ notices, onDismiss }: Props) {
  if (notices.length === 0) return null;
  return (
    <section className="notices" aria-labelledby="notices-title">
      <h2 id="notices-title">
        This link holds {count(notices.length, 'thing')} that could not be used
      </h2>
      <p>Everything else in it was taken over.</p>
      <ul>
        {notices.slice(0, SHOWN).map(({ key, message }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a key may stand here twice and the list never changes
          <li key={index}>
            <code>{key}</code>: {message}
          </li>
        ))}
        {notices.length > SHOWN && <li>And {notices.length - SHOWN} more.</li>}
      </ul>
      <button type="button" className="quiet" onClick={onDismiss}>
        Dismiss
      </button>
    </section>
  );
}
