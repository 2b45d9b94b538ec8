import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { holdsCredential } from '@/lib/domain/credential';
import { completeAnswers } from '@/lib/domain/evaluate';
import type { UserFiles } from '@/lib/domain/user-files';
import { type OpenedLink, openAddress } from '@/lib/link/link';
import { type Reading, readAnswers } from '@/lib/reading/reading';

/** Where the history entry keeps what a link leaves out: unfinished text, and answers of branches not chosen. */
const DRAFT = 'kaireonAnswers';
/** And what the operator's own files added, most of which a link cannot hold. */
const USER_FILES = 'kaireonUserFiles';

export interface OpenedAddress extends OpenedLink {
  readonly userFiles: UserFiles;
}

/**
 * The answers that the address holds, in its fragment, its query or both. The history entry's own draft is used when it
 * belongs to that very fragment, so that reload, Back and Forward bring back all that was entered.
 */
export function readAddress(catalog: Catalog): OpenedAddress {
  const { search: query, hash: fragment } = location;
  const draft = query === '' ? draftOf(catalog) : undefined;
  if (draft && readAnswers(catalog, draft.raw, draft.userFiles).link === fragment.slice(1)) {
    return { ...draft, notices: [] };
  }
  const opened = openAddress(catalog, { query, fragment });
  return { ...opened, userFiles: opened.map ? { map: opened.map } : {} };
}

function draftOf(catalog: Catalog): { raw: RawAnswers; userFiles: UserFiles } | undefined {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !(DRAFT in state)) return undefined;
  const draft = state[DRAFT];
  if (typeof draft !== 'object' || draft === null) return undefined;
  const userFiles = USER_FILES in state ? (state[USER_FILES] as UserFiles) : {}; // written below, and by nobody else
  return { raw: completeAnswers(catalog, draft as Record<string, string>), userFiles }; // takes only known keys with text
}

/** Writes the answers into the address: in place, or as a new history entry that Back leaves again. */
export function writeAddress({ raw, userFiles, link }: Reading, how: 'replace' | 'push'): void {
  const url = location.pathname + (link && `#${link}`);
  // Next's own fields are kept as they are, which also keeps its router from taking this for a navigation.
  const state = { ...history.state, [DRAFT]: withoutCredentials(raw) };
  const write = (held: object) =>
    how === 'push' ? history.pushState(held, '', url) : history.replaceState(held, '', url);
  try {
    write({ ...state, [USER_FILES]: userFiles });
  } catch {
    write({ ...state, [USER_FILES]: {} }); // a browser that keeps less than a large file carries
  }
}

/** What looks like a credential is not kept anywhere. */
function withoutCredentials(raw: RawAnswers): RawAnswers {
  return Object.fromEntries(Object.entries(raw).filter(([, text]) => !holdsCredential(text)));
}
