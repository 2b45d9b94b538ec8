import { flushSync } from 'react-dom';
import { announce } from '@/components/ui/announce';
import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { backendsAsking } from '@/lib/domain/option';
import type { UserFiles } from '@/lib/domain/user-files';
import { focusControl, focusControlOnceThere, focusOption, focusStepTitle } from './focus';
import { keepHistory } from './keep-history';
import type { PageState } from './page-state';
import { declaredPath, optionOf, placeOf } from './places';
import type { StepName } from './steps';
import type { Wizard } from './wizard-context';
import { createWizardStore } from './wizard-store';

/** A wizard, and what connects it to the browser for as long as the page is open. */
export interface ConnectedWizard {
  readonly wizard: Wizard;
  /** Opens what the address holds and follows every change. Returns what ends that. */
  readonly connect: () => () => void;
}

/** The state of the answers, what changes it, and the history that keeps it. */
export function createWizard(catalog: Catalog): ConnectedWizard {
  const store = createWizardStore(catalog, completeAnswers(catalog, {}));

  /** Takes answers that were not typed. */
  const show = (raw: RawAnswers, userFiles: UserFiles) => {
    const { reading, drawing } = store.get();
    const isOther = catalog.answers.some(({ key }) => raw[key] !== reading.raw[key]);
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

  const openAnswer = (key: string) => {
    const option = optionOf(catalog, key);
    if (!option) return;
    const asking = backendsAsking(option, key).map(({ title }) => title);
    const unless = asking.length > 0 ? `${asking.join(' or ')} is chosen` : `${option.title} is on`;
    openOption(option.id, () => {
      if (focusControl(key)) return;
      const answer = catalog.answer.get(key);
      if (answer && store.get().reading.isActive(answer)) return focusControlOnceThere(key);
      announce(`${answer?.label} is asked once ${unless}.`);
      const chooser = asking.length > 0 ? option.choice?.answer.key : undefined;
      if (!chooser || !focusControl(chooser)) focusOption(option.id);
    });
  };

  const replace: Wizard['replace'] = (raw, what, userFiles) => {
    const { reading: before, notKept } = store.get();
    const { carried } = userFiles ?? before.userFiles;
    history.leave();
    show(raw, userFiles ?? before.userFiles);
    store.move({
      undo: { what, raw: before.raw, userFiles: before.userFiles },
      notices: [],
      notKept: carried === before.userFiles.carried ? notKept : [],
    });
    history.begin();
  };

  const wizard: Wizard = {
    catalog,
    store,
    replace,
    answer(key, raw) {
      showInField(key, raw); // first, while nothing else on the page has changed: or it would be laid out twice
      if (store.set({ ...store.get().reading.raw, [key]: raw })) history.follow();
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
    openAnswer,
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
  };

  return { wizard, connect: history.connect };
}

/** Fields keep what is typed by themselves; what changes an answer otherwise must write into its field. */
function showInField(key: string, raw: string): void {
  for (const field of document.getElementsByName(key)) {
    if (field instanceof HTMLInputElement && field.type === 'text' && field.value !== raw) {
      field.value = raw;
    }
  }
}
