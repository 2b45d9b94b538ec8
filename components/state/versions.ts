import { announce } from '@/components/ui/announce';
import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import type { UserFiles } from '@/lib/domain/user-files';
import { type AnswersForm, formValuesOf } from './answers-form';
import {
  generationOf,
  type PageState,
  type Version,
  versionToPass,
  type WizardState,
  type WizardStore,
} from './wizard-store';

/** The present version, and 100 that can be undone. */
const MOST_VERSIONS = 101;

/** What goes from one version of the answers to another: Undo and Redo, the browser's history, what replaces all answers. */
export function createVersions(catalog: Catalog, form: AnswersForm, store: WizardStore) {
  /** Each generation as the page left it, also where the list has lost it, and where its answers were opened from. */
  const leftAt = new Map<
    number,
    { version: Version; origin: Pick<WizardState, 'openedFrom' | 'opened'> }
  >();

  /** Adds a version after the present one. What was undone goes, and so does the oldest of too many. */
  const withVersion = (version: Version): Pick<PageState, 'versions' | 'at'> => {
    const { versions, at } = store.get();
    const kept = [...versions.slice(0, at + 1), version].slice(-MOST_VERSIONS);
    return { versions: kept, at: kept.length - 1 };
  };

  /** Makes what is on the page a version, in the generation of the present one. */
  const keep = (what: string) => {
    const state = store.get();
    const { notKept, reading } = state;
    const { raw, userFiles } = reading;
    store.update(withVersion({ what, raw, userFiles, notKept, generation: generationOf(state) }));
  };

  /** Makes everything that was entered since the last version one step to undo. */
  const commit = (what: string) => {
    const { versions, at, reading } = store.get();
    const present = versions[at];
    if (present && catalog.answers.some(({ key }) => present.raw[key] !== reading.raw[key]))
      keep(what);
  };

  /** Before the page goes to another version: the present one takes what is on the page. */
  const leave = () => {
    commit('the last edit');
    const { versions, at, reading, notKept, openedFrom, opened } = store.get();
    const present = versions[at];
    if (!present) return; // the address is not opened yet
    // What the chart brought, and a notice that was dismissed, are no steps to undo.
    const now = { ...present, userFiles: reading.userFiles, notKept };
    store.update({ versions: versions.with(at, now) });
    leftAt.set(now.generation, { version: now, origin: { openedFrom, opened } });
  };

  /** Puts a version on the page, in the place of all answers and files that are there, and changes the page as `page` says. */
  const load = (version: Version, page: Partial<WizardState>) => {
    const { raw, userFiles, notKept, generation } = version;
    form.reset(formValuesOf(raw), { keepDefaultValues: true, keepFieldsRef: true });
    const origin = leftAt.get(generation)?.origin ?? { openedFrom: null };
    store.update({ raw, userFiles, notKept, ...origin, ...page });
  };

  /** Replaces all answers at once by a new version, which one undo takes back. */
  const open = (version: Version, page: Partial<WizardState>) => {
    leave();
    load(version, { ...withVersion(version), notices: [], ...page });
  };

  /** Goes to another generation, as it was left. One that this page has not left yet is opened as it is given. */
  const returnTo = (version: Version, page: Partial<WizardState>) => {
    leave();
    const left = leftAt.get(version.generation)?.version ?? version;
    const at = store.get().versions.indexOf(left);
    if (at < 0) open({ ...left, what: version.what }, page);
    else load(left, { at, notices: [], ...page });
  };

  /** Sets the answers that differ, as if each were entered: the others keep what react-hook-form knows of them. */
  const enter = (raw: RawAnswers) => {
    const before = store.get().reading.raw;
    const asEntered = { shouldDirty: true, shouldTouch: true, shouldValidate: true };
    for (const { key } of catalog.answers)
      if (raw[key] !== before[key]) form.setValue(key, raw[key], asEntered);
  };

  /** Goes one version back (-1) or on (1). */
  const travel = (by: -1 | 1) => {
    leave();
    const state = store.get();
    const at = state.at + by;
    const to = state.versions[at];
    const passed = versionToPass(state, by);
    if (!to || !passed) return announce(`Nothing to ${by < 0 ? 'undo' : 'do again'}.`);
    if (to.generation !== generationOf(state)) load(to, { at });
    else {
      enter(to.raw);
      // One edit changes which cautions are accepted, and no other file: what the chart brought since then stays.
      const userFiles = withAccepted(state.reading.userFiles, to.userFiles.accepted);
      store.update({ at, raw: to.raw, userFiles });
    }
    announce(`${by < 0 ? 'Undone' : 'Done again'}: ${passed.what}. ${store.get().lastChange}`);
  };

  return { keep, commit, leave, open, returnTo, travel };
}

/** A person's files with other reasons for which cautions are accepted. */
export function withAccepted(
  { accepted: _, ...others }: UserFiles,
  accepted: UserFiles['accepted'],
) {
  const hasAny = accepted && Object.keys(accepted).length > 0;
  return { ...others, ...(hasAny && { accepted }) };
}
