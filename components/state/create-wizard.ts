import { flushSync } from 'react-dom';
import { announce } from '@/components/ui/announce';
import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import type { UserFiles } from '@/lib/domain/user-files';
import { type AnswersForm, formValuesOf, revalidate } from './answers-form';
import { focusControl, focusOption, focusStepTitle, tabId } from './focus';
import { answerName, placeOf } from './places';
import type { StepName } from './steps';
import {
  createWizardStore,
  nextGeneration,
  type PageState,
  type Undoable,
  type View,
  type WizardState,
} from './wizard-store';

/** How many steps can be undone. */
const MOST_UNDOABLE = 100;

/**
 * What the parts of the page can do; all of it stays the same for as long as the page is open. The browser's history
 * follows by itself: see `useAddress`.
 */
export function createWizard(catalog: Catalog, form: AnswersForm) {
  const store = createWizardStore(catalog);
  /** The answers as of the last step that can be undone. */
  let committed = store.get().reading.raw;

  /** Shows a step at once, so that what is there can take the focus. */
  const showStep = (step: StepName, page: Partial<PageState> = {}) => {
    const visited = new Set([...store.get().visited, step]);
    flushSync(() => store.update({ ...page, step, visited, view: 'questions' }));
  };

  const openOption = (id: string, focus: () => void = () => focusOption(id)) => {
    const option = catalog.options.find((one) => one.id === id);
    if (!option) return;
    showStep(option.step, { openRows: new Set([...store.get().openRows, id]) });
    focus();
  };

  /** Puts an answer's step on screen, opens its tier's row, and puts the focus into its control. */
  const openAnswer = (key: string) => {
    const option = catalog.ownerOf.get(key);
    const answer = catalog.answerOf.get(key);
    if (!option || !answer) return;
    openOption(option.id, () => {
      const { isAsked } = store.get().reading;
      if (isAsked(answer)) return focusControl(form, key);
      announce(`${answer.label} is asked once ${option.title} is on.`);
      const chooser = option.choice?.answer;
      if (chooser && isAsked(chooser)) focusControl(form, chooser.key);
      else focusOption(option.id);
    });
  };

  /** What one undo takes back to: the state before something was done. */
  const undoStep = (what: string, replacedAll: boolean, raw: RawAnswers): Undoable => ({
    what,
    raw,
    userFiles: store.get().reading.userFiles,
    replacedAll,
  });
  const withPast = (undoable: Undoable) => ({
    past: [...store.get().past, undoable].slice(-MOST_UNDOABLE),
    future: [],
  });

  /** Makes everything that was entered since the last commit one step to undo. */
  const commit = (what: string) => {
    const { raw } = store.get().reading;
    if (catalog.answers.every(({ key }) => committed[key] === raw[key])) return;
    const page = withPast(undoStep(what, false, committed));
    committed = raw;
    store.update(page);
  };

  /** Replaces the answers in the form, and changes the page as `page` says. */
  const load = (raw: RawAnswers, userFiles: UserFiles, page?: Partial<WizardState>) => {
    form.reset(formValuesOf(raw), { keepDefaultValues: true, keepFieldsRef: true });
    committed = raw;
    store.update({ ...page, raw, userFiles });
  };

  /** Goes one step along the list of what can be undone or done again, and puts the way back on the other list. */
  const travel = (from: 'past' | 'future', to: 'past' | 'future') => {
    commit('the last edit');
    const state = store.get();
    const { reading } = state;
    const last = state[from].at(-1);
    if (!last) return announce(`Nothing to ${from === 'past' ? 'undo' : 'do again'}.`);
    const { what, raw, userFiles, replacedAll } = last;
    const page = {
      [from]: state[from].slice(0, -1),
      [to]: [...state[to], undoStep(what, replacedAll, reading.raw)],
    };
    if (replacedAll) load(raw, userFiles, { ...page, generation: nextGeneration(state) });
    else {
      for (const { key } of catalog.answers) {
        if (raw[key] === reading.raw[key]) continue;
        form.setValue(key, raw[key], {
          shouldDirty: true,
          shouldTouch: true,
          shouldValidate: true,
        });
      }
      committed = raw;
      store.update({
        ...page,
        raw,
        userFiles: withAccepted(reading.userFiles, userFiles.accepted),
      });
    }
    announce(`${from === 'past' ? 'Undone' : 'Done again'}: ${what}. ${store.get().lastChange}`);
  };

  return {
    catalog,
    /** Holds the answers as text. */
    form,
    /** Holds what follows from them. */
    store,
    commit,
    load,
    openAnswer,
    /** Sets the text of one answer. */
    setAnswer(key: string, raw: string) {
      const { reading, focusedKey } = store.get();
      form.setValue(key, raw, { shouldDirty: true });
      revalidate(catalog, form, key);
      store.update({ raw: { ...reading.raw, [key]: raw } });
      if (focusedKey !== key) commit(answerName(catalog, key)); // else it is committed when the focus leaves it
    },
    /** Accepts a caution for a reason; without a reason takes that back. */
    accept(id: string, reason: string | undefined) {
      commit('the last edit');
      const { raw, userFiles } = store.get().reading;
      const { [id]: _, ...others } = userFiles.accepted ?? {};
      const accepted = reason === undefined ? others : { ...others, [id]: reason };
      const what = reason === undefined ? 'taking an acceptance back' : 'accepting a caution';
      store.update({
        ...withPast(undoStep(what, false, raw)),
        userFiles: withAccepted(userFiles, accepted),
      });
      announce(reason === undefined ? 'The caution is to be settled again.' : 'Accepted.');
    },
    /** Replaces all answers at once, and what goes with them where it is given; `what` names it for undo. */
    replace(raw: RawAnswers, what: string, userFiles?: UserFiles, page?: Partial<PageState>) {
      commit('the last edit');
      const state = store.get();
      const { reading, notKept } = state;
      const files = userFiles ?? reading.userFiles;
      load(raw, files, {
        ...withPast(undoStep(what, true, reading.raw)),
        openedFrom: null,
        notices: [],
        notKept: files.carried === reading.userFiles.carried ? notKept : [],
        generation: nextGeneration(state),
        ...page,
      });
      announce(
        `${what[0]?.toUpperCase()}${what.slice(1)}: ${store.get().lastChange} Undo takes it back.`,
      );
    },
    undo: () => travel('past', 'future'),
    redo: () => travel('future', 'past'),
    /** Puts a step on screen, as an entry of the browser's history, and its heading into focus. */
    goToStep(to: StepName) {
      showStep(to);
      focusStepTitle();
    },
    /** Opens what decides a line of the file: an answer, or an option that always writes it. Returns whether any does. */
    openPath(path: string): boolean {
      const place = placeOf(catalog, store.get().reading.entries, path);
      if (!place) return false;
      if ('answer' in place) openAnswer(place.answer);
      else openOption(place.option);
      return true;
    },
    /** Scrolls the file to the lines of these paths and points them out. */
    showInFile(paths: readonly string[]) {
      store.update({ view: 'file', shownPaths: { paths } });
    },
    /** Opens the result tab of an output, unfolded, and puts the focus on it; from elsewhere on the page with its view. */
    openTab(tab: string, view: View = store.get().view) {
      const { panelSize } = store.get();
      flushSync(() =>
        store.update({ tab, view, panelSize: panelSize === 'folded' ? 'normal' : panelSize }),
      );
      document.getElementById(tabId(tab))?.focus();
    },
    /** Shows every error from now on, and takes the focus to the summary of them. */
    goToProblems() {
      store.update({ view: 'questions' });
      void form.handleSubmit(() => {})(); // the summary of errors takes the focus
    },
    /** Opens the next problem after the one that has the focus, round and round. */
    goToNextProblem() {
      const { reading, focusedKey } = store.get();
      const { faults } = reading;
      const at = faults.findIndex(({ key }) => key === focusedKey);
      const next = faults[(at + 1) % faults.length];
      if (!next) return;
      void form.trigger();
      openAnswer(next.key);
    },
  };
}

export type Wizard = ReturnType<typeof createWizard>;

/** A person's files with other reasons for which cautions are accepted. */
function withAccepted({ accepted: _, ...others }: UserFiles, accepted: UserFiles['accepted']) {
  const hasAny = accepted && Object.keys(accepted).length > 0;
  return { ...others, ...(hasAny && { accepted }) };
}
