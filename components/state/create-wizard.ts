import { flushSync } from 'react-dom';
import { get, type UseFormReturn } from 'react-hook-form';
import { announce } from '@/components/ui/announce';
import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import type { UserFiles } from '@/lib/domain/user-files';
import { focusControl, focusOption, focusStepTitle } from './focus';
import { type FormValues, toForm } from './form-values';
import { keepHistory } from './keep-history';
import type { PageState } from './page-state';
import { chooserOf, optionOf } from './places';
import type { StepName } from './steps';
import type { Wizard } from './wizard-context';
import { createWizardStore } from './wizard-store';

/** A wizard, and what connects it to the browser for as long as the page is open. */
export interface ConnectedWizard {
  readonly wizard: Wizard;
  /** Opens what the address holds and follows every change. Returns what ends that. */
  readonly connect: () => () => void;
}

/** The form, the state that follows from it, and the history that keeps both. */
export function createWizard(catalog: Catalog, form: UseFormReturn<FormValues>): ConnectedWizard {
  const store = createWizardStore(catalog, completeAnswers(catalog, {}));
  let isShowing = false;

  /** Takes answers that were not typed: the form by itself, since what goes with them comes only with them. */
  const show = (raw: RawAnswers, userFiles: UserFiles) => {
    const { reading, drawing } = store.get();
    const isOther = catalog.answers.some(({ key }) => raw[key] !== reading.raw[key]);
    if (isOther) {
      isShowing = true;
      form.reset(toForm(raw));
      isShowing = false;
    }
    store.set(raw, userFiles);
    if (isOther) store.move({ drawing: drawing + 1, left: new Set(), isTried: false });
  };

  const history = keepHistory(catalog, store, show);

  /** Draws another place on the page at once, so that what is there can take the focus. */
  const drawn = (step: StepName, page: Partial<PageState> = {}) => {
    const state = store.get();
    const isOther = step !== state.step;
    if (isOther) history.leave();
    flushSync(() =>
      store.move({
        ...page,
        step,
        visited: state.visited.has(step) ? state.visited : new Set([...state.visited, step]),
        view: 'questions',
      }),
    );
    if (isOther) history.enter();
  };

  const openOption = (id: string, focus: () => void = () => focusOption(id)) => {
    const option = catalog.options.find((one) => one.id === id);
    if (!option) return;
    drawn(option.step, { openRows: new Set([...store.get().openRows, id]) });
    focus();
  };

  const replace: Wizard['replace'] = (raw, what, userFiles) => {
    const before = store.get().reading;
    history.leave();
    show(raw, userFiles ?? before.userFiles);
    store.move({
      undo: { what, raw: before.raw, userFiles: before.userFiles },
      notices: [],
    });
    history.begin();
  };

  const wizard: Wizard = {
    catalog,
    form,
    store,
    replace,
    answer(key, raw) {
      form.setValue(key, raw, { shouldDirty: true });
    },
    undo() {
      const { undo } = store.get();
      if (!undo) return;
      replace(undo.raw, undo.what, undo.userFiles);
      store.move({ undo: null });
    },
    goToStep(step) {
      drawn(step);
      focusStepTitle();
    },
    openOption,
    openAnswer(key) {
      const option = optionOf(catalog, key);
      if (!option) return;
      const chooser = chooserOf(catalog, option);
      openOption(option.id, () => {
        if (focusControl(key)) return;
        announce(`${catalog.answer.get(key)?.label} is asked once ${option.title} is on.`);
        if (!chooser || !focusControl(chooser.key)) focusOption(option.id);
      });
    },
    showInFile(paths) {
      store.move({ view: 'file', shownPaths: { paths } });
    },
  };

  const followForm = () =>
    form.subscribe({
      formState: { values: true },
      callback({ name, values }) {
        if (isShowing || name === undefined) return;
        const text: unknown = get(values, name);
        if (typeof text !== 'string') return;
        if (store.set({ ...store.get().reading.raw, [name]: text })) history.follow();
      },
    });

  return {
    wizard,
    connect() {
      const ends = [followForm(), history.connect()];
      return () => {
        for (const end of ends) end();
      };
    },
  };
}
