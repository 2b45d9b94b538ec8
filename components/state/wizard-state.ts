import type { AnswersState } from './answers-state';
import type { PageState } from './page-state';

/** All that the page draws from: what follows from the answers, and where the operator is. */
export interface WizardState extends AnswersState, PageState {}
