import type { Answer } from '@/lib/domain/answer';

export interface ControlProps {
  readonly answer: Answer;
  /** The ids of what describes the control: error and help. */
  readonly describedBy: string;
  readonly invalid: boolean;
}

/** The id of an answer's control, which its label points at. */
export const controlId = (key: string) => `control-${key}`;
