import { useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { get, useForm } from 'react-hook-form';
import { announce } from '@/components/ui/announce';
import { SHORTCUTS_KEPT, stored } from '@/components/ui/stored';
import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import type { UserFiles } from '@/lib/domain/user-files';
import {
  type AnswersForm,
  type FormValues,
  resolverOf,
  revalidate,
  valuesOf,
} from './answers-form';
import { focusControl, focusOption, focusStepTitle, tabId } from './focus';
import { nameOf, placeOf } from './places';
import type { StepName } from './steps';
import { keptTicks } from './ticks';
import { useAddress } from './use-address';
import type { Wizard } from './wizard-context';
import { createWizardStore, nextGeneration, type PageState, type Undoable } from './wizard-store';

/** The wizard of this page, and whether it works yet: until then, nothing that is typed would be taken. */
export function useNewWizard(catalog: Catalog): { wizard: Wizard; isAlive: boolean } {
  const form = useForm<FormValues>({
    defaultValues: valuesOf(completeAnswers(catalog, {})),
    resolver: resolverOf(catalog),
    mode: 'onTouched',
    reValidateMode: 'onBlur',
    shouldFocusError: false,
  });
  const [wizard] = useState(() => createWizard(catalog, form));
  const { subscribe } = form;
  useLayoutEffect(
    () =>
      subscribe({
        formState: { values: true },
        // Only what a person enters has a type; what the page itself puts into the form, the store has already.
        callback: ({ type, name, values }) => {
          if (!type || !name) return;
          const { raw } = wizard.store.get().reading;
          wizard.store.update({ raw: { ...raw, [name]: get(values, name) } });
        },
      }),
    [subscribe, wizard],
  );
  // What this browser keeps: from the second drawing on, because the first is the server's too.
  useLayoutEffect(() => {
    const isShortcutsOff = stored(SHORTCUTS_KEPT, (text) => text === 'off') ?? false;
    wizard.store.update({ isShortcutsOff, ticks: keptTicks() });
  }, [wizard]);
  const isAlive = useAddress(wizard);
  return { wizard, isAlive };
}

/** How many steps can be undone. */
const MOST_UNDOABLE = 100;

/** What the page can do with the answers. The browser's history follows by itself: see `useAddress`. */
function createWizard(catalog: Catalog, form: AnswersForm): Wizard {
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

  const openAnswer = (key: string) => {
    const option = catalog.ownerOf.get(key);
    const answer = catalog.answer.get(key);
    if (!option || !answer) return;
    openOption(option.id, () => {
      const { isActive } = store.get().reading;
      if (isActive(answer)) return focusControl(form, key);
      announce(`${answer.label} is asked once ${option.title} is on.`);
      const chooser = option.choice?.answer;
      if (chooser && isActive(chooser)) focusControl(form, chooser.key);
      else focusOption(option.id);
    });
  };

  /** What one undo takes back to: the state before something was done. */
  const before = (what: string, isWhole: boolean, raw: RawAnswers): Undoable => ({
    what,
    raw,
    userFiles: store.get().reading.userFiles,
    isWhole,
  });
  const withPast = (undoable: Undoable) => ({
    past: [...store.get().past, undoable].slice(-MOST_UNDOABLE),
    future: [],
  });

  const commit: Wizard['commit'] = (what) => {
    const { raw } = store.get().reading;
    if (catalog.answers.every(({ key }) => committed[key] === raw[key])) return;
    const page = withPast(before(what, false, committed));
    committed = raw;
    store.update(page);
  };

  const load: Wizard['load'] = (raw, userFiles, page) => {
    form.reset(valuesOf(raw), { keepDefaultValues: true, keepFieldsRef: true });
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
    const { what, raw, userFiles, isWhole } = last;
    const page = {
      [from]: state[from].slice(0, -1),
      [to]: [...state[to], before(what, isWhole, reading.raw)],
    };
    if (isWhole) load(raw, userFiles, { ...page, generation: nextGeneration(state) });
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
    announce(`${from === 'past' ? 'Undone' : 'Done again'}: ${what}. ${store.get().whatChanged}`);
  };

  return {
    catalog,
    form,
    store,
    commit,
    load,
    openAnswer,
    answer(key, raw) {
      const { reading, focusedKey } = store.get();
      form.setValue(key, raw, { shouldDirty: true });
      revalidate(catalog, form, key);
      store.update({ raw: { ...reading.raw, [key]: raw } });
      if (focusedKey !== key) commit(nameOf(catalog, key)); // else it is committed when the focus leaves it
    },
    accept(id, reason) {
      commit('the last edit');
      const { raw, userFiles } = store.get().reading;
      const { [id]: _, ...others } = userFiles.accepted ?? {};
      const accepted = reason === undefined ? others : { ...others, [id]: reason };
      const what = reason === undefined ? 'taking an acceptance back' : 'accepting a caution';
      store.update({
        ...withPast(before(what, false, raw)),
        userFiles: withAccepted(userFiles, accepted),
      });
      announce(reason === undefined ? 'The caution is to be settled again.' : 'Accepted.');
    },
    replace(raw, what, userFiles, page) {
      commit('the last edit');
      const state = store.get();
      const { reading, notKept } = state;
      const files = userFiles ?? reading.userFiles;
      load(raw, files, {
        ...withPast(before(what, true, reading.raw)),
        openedFrom: null,
        notices: [],
        notKept: files.carried === reading.userFiles.carried ? notKept : [],
        generation: nextGeneration(state),
        ...page,
      });
      announce(
        `${what[0]?.toUpperCase()}${what.slice(1)}: ${store.get().whatChanged} Undo takes it back.`,
      );
    },
    undo: () => travel('past', 'future'),
    redo: () => travel('future', 'past'),
    goToStep(to) {
      showStep(to);
      focusStepTitle();
    },
    openPath(path) {
      const place = placeOf(catalog, store.get().reading.entries, path);
      if (!place) return false;
      if ('answer' in place) openAnswer(place.answer);
      else openOption(place.option);
      return true;
    },
    showInFile(paths) {
      store.update({ view: 'file', shownPaths: { paths } });
    },
    openTab(tab, view = store.get().view) {
      const { panelSize } = store.get();
      flushSync(() =>
        store.update({ tab, view, panelSize: panelSize === 'folded' ? 'normal' : panelSize }),
      );
      document.getElementById(tabId(tab))?.focus();
    },
    goToProblems() {
      store.update({ view: 'questions' });
      void form.handleSubmit(() => {})(); // the summary of errors takes the focus
    },
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

/** A person's files with other reasons for which cautions are accepted. */
function withAccepted({ accepted: _, ...others }: UserFiles, accepted: UserFiles['accepted']) {
  const hasAny = accepted && Object.keys(accepted).length > 0;
  return { ...others, ...(hasAny && { accepted }) };
}
