import type { AppliedLimit } from '@/lib/domain/limit';
import type { AnswersState } from './answers-state';
import type { PageState } from './page-state';

/** All that the page draws from: what follows from the answers, and where the operator is. */
export interface WizardState extends AnswersState, PageState {}

/** How many problems keep the file from being made. */
export const countProblems = ({ reading }: WizardState): number => reading.faults.length;

/** How many of some limits are cautions. */
export const countCautions = ({ limits }: { readonly limits: readonly AppliedLimit[] }): number =>
  limits.filter(({ severity }) => severity === 'caution').length;
