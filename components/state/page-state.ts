import type { RawAnswers } from '@/lib/domain/answer';
import type { UserFiles } from '@/lib/domain/user-files';
import type { Notice } from '@/lib/link/link';
import type { Proof } from '@/lib/proof/proof';
import type { StepName } from './steps';

/** Below 1024 px one of these is on screen at a time. */
export type View = 'questions' | 'file' | 'limits' | 'more';

/** What can be done with the operator's own files, each in a dialog. */
export type Tool = 'open' | 'check' | 'compare';

export interface Undo {
  /** What is undone, as in "Undo reset". */
  readonly what: string;
  readonly raw: RawAnswers;
  readonly userFiles: UserFiles;
}

/** Where the operator is on the page. None of it decides an answer. */
export interface PageState {
  /** The step on screen. */
  readonly step: StepName;
  /** The steps that were on screen, this one too. */
  readonly visited: ReadonlySet<StepName>;
  /** The answer whose control has the focus. */
  readonly focusedKey: string | null;
  /** The answers whose controls were left: their errors show from then on. */
  readonly left: ReadonlySet<string>;
  /** Whether a download was tried: every error shows from then on. */
  readonly isTried: boolean;
  /** The options whose rows are open in the table of tiers. */
  readonly openRows: ReadonlySet<string>;
  readonly view: View;
  /** The lines to scroll to and to point out: another object at each request, `null` before the first. */
  readonly shownPaths: { readonly paths: readonly string[] } | null;
  /** What renders say of the answers; `null` while none was given. Never kept, never linked. */
  readonly proof: Proof | null;
  /** The dialog that is open. */
  readonly tool: Tool | null;
  /** What a link held that was not understood. */
  readonly notices: readonly Notice[];
  /** Keys of carried secrets that went with a reload: the browser's history does not keep them. */
  readonly notKept: readonly string[];
  readonly undo: Undo | null;
  /** Another number each time that all answers were replaced: then the fields are drawn again, to take what the form has. */
  readonly drawing: number;
}

export const firstPage = (step: StepName): PageState => ({
  step,
  visited: new Set([step]),
  focusedKey: null,
  left: new Set(),
  isTried: false,
  openRows: new Set(),
  view: 'questions',
  shownPaths: null,
  proof: null,
  tool: null,
  notices: [],
  notKept: [],
  undo: null,
  drawing: 0,
});
