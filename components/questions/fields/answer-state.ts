import { type FieldError, get, useFormState } from 'react-hook-form';
import { useDeferred, useWizard, useWizardState } from '@/components/state/wizard-context';
import type { Answer } from '@/lib/domain/answer';
import type { AppliedLimit } from '@/lib/domain/limit';
import { askedFor, inReadingOrder, type LimitKind, limitKinds } from '@/lib/domain/limit-kind';
import type { Proof } from '@/lib/proof/prove';
import { type Standing, type State, wordsFor, worstOf } from '@/lib/proof/states';

/** How an answer stands in the operator's chart. */
interface Stands {
  readonly state: State;
  readonly words: string;
}

interface AnswerState {
  /** Whether it belongs to the branches that are chosen. */
  readonly isAsked: boolean;
  readonly isChanged: boolean;
  /** The path at which its key stands in the operator's chart, where that is another than the documented one. */
  readonly movedTo: string | undefined;
  /** Whether it is left to the chart, though the documentation has a value for it. */
  readonly isLeft: boolean;
  /** What is to be done about it, the most pressing. */
  readonly pressing: LimitKind | undefined;
  /** What is wrong with it, once its field or one that shares a rule with it was left, or a download was tried. */
  readonly error: string | undefined;
  readonly stands: Stands | undefined;
  /** The classes that colour its field. */
  readonly tones: string;
}

/** What the page shows of an answer beside its text. */
export function useAnswerState(answer: Answer): AnswerState {
  const { key } = answer;
  const { form } = useWizard();
  const { errors } = useFormState({ control: form.control, name: key, exact: true });
  const error = (get(errors, key) as FieldError | undefined)?.message;
  const isChanged = useWizardState(({ reading }) => reading.raw[key] !== answer.default);
  const movedTo = useWizardState(({ reading }) => reading.moved.get(key));
  const pressing = useWizardState(
    ({ limitsBeside }) => askedFor(limitsBeside.get(key) ?? [])[0]?.kind,
  );
  const tones = [
    (isChanged || movedTo) && 'changed',
    pressing && limitKinds[pressing].icon,
    error !== undefined && 'wrong',
  ];
  return {
    isAsked: useWizardState(({ reading }) => reading.isActive(answer)),
    isChanged,
    movedTo,
    isLeft: useWizardState(({ reading }) => reading.raw[key] === '' && answer.default !== ''),
    pressing,
    error,
    stands: useStands(key),
    tones: tones.filter(Boolean).join(' '),
  };
}

/** The honest limits that stand beside these answers, each once, in the order in which they are read. */
export function useLimitsBeside(answers: readonly Answer[]): readonly AppliedLimit[] {
  const { limitsBeside } = useDeferred();
  const limits = new Set(answers.flatMap(({ key }) => limitsBeside.get(key) ?? []));
  return inReadingOrder([...limits]);
}

/** How long the words of a standing may be beside a field. */
const MOST_LETTERS = 49;

/** How the key of an answer stands in the operator's chart: of several keys the worst. */
export const standingOf = (chart: Proof | null, key: string): Standing | undefined =>
  worstOf(chart?.rows.filter(({ entry }) => entry.key.answerKey === key) ?? []);

/** How an answer stands in the operator's chart; `undefined` while nothing is known of it. */
export function useStands(key: string): Stands | undefined {
  const state = useWizardState(({ chart }) => standingOf(chart, key)?.state);
  const words = useWizardState(({ chart }) => {
    const standing = standingOf(chart, key);
    return standing && wordsFor(standing);
  });
  return state && words ? { state, words: words.slice(0, MOST_LETTERS) } : undefined;
}

/** The id of an answer's control, which its label points at. */
export const controlId = (key: string) => `control-${key}`;

/** The ids of what is said of an answer: its help, that it is left to the chart, how it stands there, its error. */
export const helpId = (key: string) => `help-${key}`;
export const leftId = (key: string) => `left-${key}`;
export const proofId = (key: string) => `proof-${key}`;
export const errorId = (key: string) => `error-${key}`;
