import { useDeferredValue } from 'react';
import { useWizardState } from '@/components/state/wizard-context';
import { SeverityMark } from '@/components/ui/severity-mark';
import type { Answer } from '@/lib/domain/answer';
import type { AppliedLimit } from '@/lib/domain/limit';

/** The honest limits that stand beside these answers, each once, cautions first. */
export function useLimitsBeside(answers: readonly Answer[]): readonly AppliedLimit[] {
  const limitsBeside = useDeferredValue(useWizardState((state) => state.limitsBeside));
  const limits = new Set(answers.flatMap(({ key }) => limitsBeside.get(key) ?? []));
  return [...limits].sort((one, other) => rank(one) - rank(other));
}

const rank = ({ severity }: AppliedLimit) => (severity === 'caution' ? 0 : 1);

interface Props {
  readonly limits: readonly AppliedLimit[];
  /** A line each, or with what to do about it. */
  readonly words: 'short' | 'message';
}

export function LimitRows({ limits, words }: Props) {
  return (
    <ul className="limit-rows">
      {limits.map((limit) => (
        <li className={limit.severity} key={limit.id}>
          <SeverityMark severity={limit.severity} />
          <p>{limit[words]}</p>
        </li>
      ))}
    </ul>
  );
}
