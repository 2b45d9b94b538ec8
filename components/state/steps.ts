import type { Catalog } from '@/lib/domain/catalog';
import type { Step } from '@/lib/domain/option';

/** The id of a step of the catalogue, or `review`. */
export type StepName = string;

export type WizardStep = Pick<Step, 'id' | 'title' | 'short'>;

/** What comes after the questions. */
const REVIEW: WizardStep = { id: 'review', title: 'Review' };

/** The steps of the wizard in order: the catalogue's own, then the review. Never empty. */
export function stepsOf({ steps }: Catalog): readonly [WizardStep, ...WizardStep[]] {
  const [first, ...rest] = steps;
  return first ? [first, ...rest, REVIEW] : [REVIEW];
}
