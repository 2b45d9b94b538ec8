import { flushSync } from 'react-dom';
import { announce } from '@/components/ui/announce';
import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { type AnswersForm, partnersOf, valuesOf } from './answers-form';
import { focusControl, focusOption, focusStepTitle } from './focus';
import { declaredPath, optionOf, placeOf } from './places';
import type { StepName } from './steps';
import type { Wizard } from './wizard-context';
import { createWizardStore, type PageState, type Undoable } from './wizard-store';

/** As many steps as anybody takes back. */
const MOST_UNDOABLE = 100;

/** What the page can do with the answers. The browser's history follows by itself: see `useAddress`. */
export function createWizard(catalog: Catalog, form: AnswersForm): Wizard {
  const store = createWizardStore(catalog);
  /** The answers as of the last step that can be undone. */
  let committed = store.get().reading.raw;

  /** Draws another place on the page at once, so that what is there can take the focus. */
  const drawn = (step: StepName, page: Partial<PageState> = {}) => {
    const visited = new Set([...store.get().visited, step]);
    flushSync(() => store.move({ ...page, step, visited, view: 'questions' }));
  };

  const openOption = (id: string, focus: () => void = () => focusOption(id)) => {
    const option = catalog.options.find((one) => one.id === id);
    if (!option) return;
    drawn(option.step, { openRows: new Set([...store.get().openRows, id]) });
    focus();
  };

  const openAnswer = (key: string) => {
    const option = optionOf(catalog, key);
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

  const commit: Wizard['commit'] = (what) => {
    const { past, reading } = store.get();
    if (isSame(catalog, committed, reading.raw)) return;
    const undoable = { what, raw: committed };
    committed = reading.raw;
    store.move({ past: [...past, undoable].slice(-MOST_UNDOABLE), future: [] });
  };

  const load: Wizard['load'] = (raw, userFiles, page) => {
    form.reset(valuesOf(raw), { keepDefaultValues: true, keepFieldsRef: true });
    committed = raw;
    store.move({ ...page, raw, userFiles });
  };

  /** Takes the last step of one list back, so that the other list can do the opposite. */
  const step = (from: 'past' | 'future', to: 'past' | 'future') => {
    commit('the last edit');
    const state = store.get();
    const { reading } = state;
    const last = state[from].at(-1);
    if (!last) return;
    const { what, raw, userFiles } = last;
    const back: Undoable = {
      what,
      raw: reading.raw,
      ...(userFiles && { userFiles: reading.userFiles }),
    };
    const page = { [from]: state[from].slice(0, -1), [to]: [...state[to], back] };
    if (userFiles) load(raw, userFiles, { ...page, generation: nextGeneration(state) });
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
      store.move({ ...page, raw });
    }
    announce(`${from === 'past' ? 'Undone' : 'Done again'}: ${what}.`);
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
      store.move({ raw: { ...reading.raw, [key]: raw } });
      if (focusedKey !== key) commit(nameOf(catalog, key)); // else it counts once it is left
    },
    replace(raw, what, userFiles) {
      commit('the last edit');
      const state = store.get();
      const { reading: before, past, notKept } = state;
      const files = userFiles ?? before.userFiles;
      load(raw, files, {
        past: [...past, { what, raw: before.raw, userFiles: before.userFiles }],
        future: [],
        notices: [],
        notKept: files.carried === before.userFiles.carried ? notKept : [],
        generation: nextGeneration(state),
      });
    },
    undo: () => step('past', 'future'),
    redo: () => step('future', 'past'),
    goToStep(to) {
      drawn(to);
      focusStepTitle();
    },
    openPath(path) {
      const place = placeOf(catalog, declaredPath(store.get().reading.entries, path));
      if (!place) return false;
      if ('answer' in place) openAnswer(place.answer);
      else openOption(place.option);
      return true;
    },
    showInFile(paths) {
      store.move({ view: 'file', shownPaths: { paths } });
    },
    goToProblems() {
      store.move({ view: 'questions' });
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

/** An answer in words: `API, smallest number of pods`. */
export function nameOf(catalog: Catalog, key: string): string {
  const label = catalog.answer.get(key)?.label ?? key;
  return `${optionOf(catalog, key)?.title}: ${label}`;
}

/** Judges again what is already reported, wherever it is fixed. */
export function revalidate(catalog: Catalog, form: AnswersForm, key: string): void {
  const reported = [key, ...partnersOf(catalog, key)].filter(
    (one) => form.getFieldState(one).error,
  );
  if (reported.length > 0) void form.trigger(reported);
}

const isSame = ({ answers }: Catalog, one: RawAnswers, other: RawAnswers): boolean =>
  answers.every(({ key }) => one[key] === other[key]);

/** Later than any that an older entry of the browser's history has. */
export const nextGeneration = ({ generation }: PageState): number =>
  Math.max(Date.now(), generation + 1);
