import { type FieldError, get, useFormState } from 'react-hook-form';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { countKind } from '@/components/state/wizard-store';
import type { Answer } from '@/lib/domain/answer';

export interface AnswerState {
  /** Whether it belongs to the branches that are chosen. */
  readonly isAsked: boolean;
  readonly isChanged: boolean;
  /** The path at which its key stands in the operator's chart, where that is another than the documented one. */
  readonly movedTo: string | undefined;
  /** Whether it is left to the chart, though the documentation has a value for it. */
  readonly isLeft: boolean;
  /** What is to be done about it: to fill it in, or to settle a caution. */
  readonly pressing: 'to-fill-in' | 'caution' | undefined;
  /** What is wrong with it, once its field or one that shares a rule with it was left, or a download was tried. */
  readonly error: string | undefined;
}

/** What the page shows of an answer beside its text. */
export function useAnswerState(answer: Answer): AnswerState {
  const { key } = answer;
  const { form } = useWizard();
  const { errors } = useFormState({ control: form.control, name: key, exact: true });
  return {
    isAsked: useWizardState(({ reading }) => reading.isActive(answer)),
    isChanged: useWizardState(({ reading }) => reading.raw[key] !== answer.default),
    movedTo: useWizardState(({ reading }) => reading.moved.get(key)),
    isLeft: useWizardState(({ reading }) => reading.raw[key] === '' && answer.default !== ''),
    pressing: useWizardState(({ limitsBeside }) => {
      const limits = limitsBeside.get(key) ?? [];
      if (countKind(limits, 'to-fill-in') > 0) return 'to-fill-in';
      return countKind(limits, 'caution') > 0 ? 'caution' : undefined;
    }),
    error: (get(errors, key) as FieldError | undefined)?.message,
  };
}

/** The id of an answer's control, which its label points at. */
export const controlId = (key: string) => `control-${key}`;

/** The id of what an answer's field says beneath it. */
export const helpId = (key: string) => `help-${key}`;

/** The id of the words that an answer is left to the chart. */
export const leftId = (key: string) => `left-${key}`;

/** The id of what a render made of an answer. */
export const proofId = (key: string) => `proof-${key}`;

/** The id of an answer's error. */
export const errorId = (key: string) => `error-${key}`;

/** A label after other words: "Smallest number" → "smallest number", but "CPU request" stays. */
export const inSentence = (label: string) =>
  /^[A-Z][a-z]/.test(label) ? `${label[0]?.toLowerCase()}${label.slice(1)}` : label;
