import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useForm } from 'react-hook-form';
import { announce } from '@/components/ui/announce';
import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import type { UserFiles } from '@/lib/domain/user-files';
import {
  type AnswersForm,
  type FormValues,
  formValuesOf,
  resolverOf,
  revalidate,
} from './answers-form';
import { focusControl, focusOption, focusStepTitle, tabId } from './focus';
import { answerName, placeOf } from './places';
import type { StepName } from './steps';
import { createVersions, withAccepted } from './versions';
import { createWizardStore, nextGeneration, type PageState, type View } from './wizard-store';

/** The wizard of this page. */
export function useNewWizard(catalog: Catalog): Wizard {
  const form = useForm<FormValues>({
    defaultValues: formValuesOf(completeAnswers(catalog, {})),
    resolver: resolverOf(catalog),
    mode: 'onTouched',
    reValidateMode: 'onBlur',
    shouldFocusError: false,
  });
  const [wizard] = useState(() => createWizard(catalog, form));
  return wizard;
}

/**
 * What the parts of the page can do; all of it stays the same for as long as the page is open. The browser's history
 * follows by itself: see `useAddress`.
 */
function createWizard(catalog: Catalog, form: AnswersForm) {
  const store = createWizardStore(catalog);

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

  const { keep, commit, leave, open, returnTo, travel } = createVersions(catalog, form, store);

  return {
    catalog,
    /** Holds the answers as text. */
    form,
    /** Holds what follows from them. */
    store,
    commit,
    open,
    returnTo,
    openAnswer,
    setAnswer(key: string, raw: string) {
      const { reading, focusedKey } = store.get();
      form.setValue(key, raw, { shouldDirty: true });
      revalidate(catalog, form, key);
      store.update({ raw: { ...reading.raw, [key]: raw } });
      if (focusedKey !== key) commit(answerName(catalog, key)); // else it is committed when the focus leaves it
    },
    /** Accepts a caution for a reason; without a reason takes that back. */
    accept(id: string, reason: string | undefined) {
      leave();
      const { userFiles } = store.get().reading;
      const { [id]: _, ...others } = userFiles.accepted ?? {};
      const accepted = reason === undefined ? others : { ...others, [id]: reason };
      store.update({ userFiles: withAccepted(userFiles, accepted) });
      keep(reason === undefined ? 'taking an acceptance back' : 'accepting a caution');
      announce(reason === undefined ? 'The caution is to be settled again.' : 'Accepted.');
    },
    /** Replaces all answers at once, and what goes with them where it is given; `what` names it for undo. */
    replace(raw: RawAnswers, what: string, userFiles?: UserFiles, page: Partial<PageState> = {}) {
      const state = store.get();
      const before = state.reading.userFiles;
      const files = userFiles ?? before;
      const notKept = files.carried === before.carried ? state.notKept : [];
      const generation = nextGeneration(state);
      open({ what, raw, userFiles: files, notKept, generation }, page);
      announce(
        `${what[0]?.toUpperCase()}${what.slice(1)}: ${store.get().lastChange} Undo takes it back.`,
      );
    },
    undo: () => travel(-1),
    redo: () => travel(1),
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
