import { useWizardState } from '@/components/state/wizard-context';
import type { Answer } from '@/lib/domain/answer';

export interface AnswerState {
  /** Whether it belongs to the branches that are chosen. */
  readonly isAsked: boolean;
  readonly isChanged: boolean;
  /** Whether a caution stands against it. */
  readonly hasCaution: boolean;
  /** Its error, once its field or one that could fix it was left, or a download was tried. */
  readonly error: string | undefined;
}

/** What the page shows of an answer beside its text. */
export function useAnswerState(answer: Answer): AnswerState {
  const { key } = answer;
  // One text rather than an object, so that a field is drawn again only when one of these changes.
  const flags = useWizardState(({ reading, limitsBeside }) =>
    [
      reading.isActive(answer) && 'asked',
      reading.raw[key] !== answer.default && 'changed',
      limitsBeside.get(key)?.some(({ severity }) => severity === 'caution') && 'caution',
    ].join(),
  );
  const error = useWizardState(({ faultAt, left, isTried }) => {
    const fault = faultAt.get(key);
    const isShown = isTried || left.has(key) || fault?.with.some((name) => left.has(name));
    return isShown ? fault?.message : undefined;
  });
  return {
    isAsked: flags.includes('asked'),
    isChanged: flags.includes('changed'),
    hasCaution: flags.includes('caution'),
    error,
  };
}
