import { type FieldError, get, useFormState } from 'react-hook-form';
import { useReading, useWizard, useWizardParts } from '@/components/state/wizard-context';
import type { Answer } from '@/lib/domain/answer';
import type { AppliedLimit } from '@/lib/domain/limit';
import { inReadingOrder, limitKinds } from '@/lib/domain/limit-kind';
import type { Proof } from '@/lib/proof/prove';
import { type Standing, wordsFor, worstOf } from '@/lib/proof/states';

/** How long the words of a standing may be beside a field. */
const MOST_LETTERS = 49;

/** How the key of an answer stands in the operator's chart: of several keys the worst. */
export const standingOf = (chart: Proof | null, key: string): Standing | undefined =>
  worstOf(chart?.rows.filter(({ entry }) => entry.key.answerKey === key) ?? []);

/** What the page shows of an answer beside its text. */
export function useAnswerState(answer: Answer) {
  const { key, default: documented } = answer;
  return useWizardParts(({ reading, toSettle, chart }) => {
    const raw = reading.raw[key];
    const standing = standingOf(chart, key);
    return {
      /** Whether it belongs to the branches that are chosen. */
      isAsked: reading.isAsked(answer),
      isChanged: raw !== documented,
      /** Whether it is left to the chart, though the documentation has a value for it. */
      isLeftToChart: raw === '' && documented !== '',
      /** The path at which its key stands in the operator's chart, where that is another than the documented one. */
      movedTo: reading.moved.get(key),
      /** What is to be settled about it, of several the first to read. */
      toSettle: toSettle.get(key),
      /** How it stands in the operator's chart; `undefined` while nothing is known of it. */
      chartState: standing?.state,
      chartWords: standing ? wordsFor(standing).slice(0, MOST_LETTERS) : '',
    };
  });
}

type AnswerState = ReturnType<typeof useAnswerState>;

/** What is wrong with an answer, once its field or one that shares a rule with it was left, or a download was tried. */
export function useError(key: string): string | undefined {
  const { form } = useWizard();
  const { errors } = useFormState({ control: form.control, name: key, exact: true });
  return (get(errors, key) as FieldError | undefined)?.message; // it has no types for dots in names
}

/** The classes that colour the field of an answer. */
export const tonesOf = ({ isChanged, movedTo, toSettle }: AnswerState, isWrong: boolean): string =>
  [(isChanged || movedTo) && 'changed', toSettle && limitKinds[toSettle].icon, isWrong && 'wrong']
    .filter(Boolean)
    .join(' ');

/** The honest limits that stand beside these answers, each once, in the order in which they are read. */
export function useLimitsBeside(answers: readonly Answer[]): readonly AppliedLimit[] {
  const keys = answers.map(({ key }) => key);
  const { limits } = useReading();
  return inReadingOrder(limits.filter((limit) => limit.answers.some((key) => keys.includes(key))));
}

/** The id of an answer's control, which its label points at, and of what is said of it. */
export const partId = (part: 'control' | 'help' | 'left' | 'proof' | 'error', key: string) =>
  `${part}-${key}`;
