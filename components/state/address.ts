import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { holdsCredential } from '@/lib/domain/credential';
import { completeAnswers } from '@/lib/domain/evaluate';
import { type OpenedLink, openLink, writeLink } from '@/lib/link/link';

/** Where the history entry keeps what a link leaves out: unfinished text, and answers of branches not chosen. */
const DRAFT = 'kaireonAnswers';

/**
 * The answers that the address holds. A query wins over the fragment; the history entry's own draft is used when it
 * belongs to that very fragment, so that reload, Back and Forward bring back all that was entered.
 */
export function readAddress(catalog: Catalog): OpenedLink {
  if (location.search.length > 1) return openLink(catalog, location.search);
  const draft = draftOf(catalog);
  if (draft && writeLink(catalog, draft) === location.hash.slice(1)) {
    return { raw: draft, notices: [] };
  }
  return openLink(catalog, location.hash);
}

function draftOf(catalog: Catalog): RawAnswers | undefined {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !(DRAFT in state)) return undefined;
  const draft = state[DRAFT];
  if (typeof draft !== 'object' || draft === null) return undefined;
  return completeAnswers(catalog, draft as Record<string, string>); // takes only known keys with text
}

/** Writes the answers into the address: in place, or as a new history entry that Back leaves again. */
export function writeAddress(catalog: Catalog, raw: RawAnswers, how: 'replace' | 'push'): void {
  const link = writeLink(catalog, raw);
  const url = location.pathname + (link && `#${link}`);
  // Next's own fields are kept as they are, which also keeps its router from taking this for a navigation.
  const state = { ...history.state, [DRAFT]: withoutCredentials(raw) };
  if (how === 'push') history.pushState(state, '', url);
  else history.replaceState(state, '', url);
}

/** What looks like a credential is not kept anywhere. */
function withoutCredentials(raw: RawAnswers): RawAnswers {
  return Object.fromEntries(Object.entries(raw).filter(([, text]) => !holdsCredential(text)));
}
