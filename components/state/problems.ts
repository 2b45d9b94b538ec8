import { flushSync } from 'react-dom';
import { focusIn } from './focus';
import type { Wizard } from './wizard-context';

/** The id of the error summary. */
export const PROBLEMS = 'problems';

/** Shows every error from now on, and takes the focus to the summary of them. */
export function goToProblems({ store }: Wizard): void {
  flushSync(() => store.move({ isTried: true, view: 'questions' }));
  focusIn(document.getElementById(PROBLEMS));
}

/** Opens the next problem after the one that has the focus, round and round. */
export function goToNextProblem({ store, openAnswer }: Wizard): void {
  const { faults } = store.get().reading;
  const at = faults.findIndex(({ key }) => key === store.get().focusedKey);
  const next = faults[(at + 1) % faults.length];
  if (!next) return;
  store.move({ isTried: true });
  openAnswer(next.key);
}
