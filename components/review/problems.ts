import { bringIntoView } from '@/components/frame/bring-into-view';
import { questionId } from '@/components/state/places';
import { goTo } from '@/components/state/steps';
import type { Fault } from '@/lib/domain/evaluate';

/** The id of the error summary. */
export const PROBLEMS = 'problems';

/** Takes the focus to the error summary, which is drawn by the time the next frame is. */
export function goToProblems(): void {
  requestAnimationFrame(() => {
    const summary = document.getElementById(PROBLEMS);
    if (summary) bringIntoView(summary);
  });
}

/** The question with the next problem after the one that has the focus, round and round. */
export function goToNextProblem(faults: readonly Fault[]): void {
  const here = document.activeElement?.getAttribute('name');
  const at = faults.findIndex(({ key }) => key === here);
  const next = faults[(at + 1) % faults.length];
  if (next) goTo(questionId(next.key));
}
