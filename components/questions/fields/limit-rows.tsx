import { useLater } from '@/components/state/wizard-context';
import { LimitMark } from '@/components/ui/mark';
import type { Answer } from '@/lib/domain/answer';
import type { AppliedLimit } from '@/lib/domain/limit';
import { inReadingOrder, kindOf, limitKinds } from '@/lib/domain/limit-kind';

/** The honest limits that stand beside these answers, each once, in the order in which they are read. */
export function useLimitsBeside(answers: readonly Answer[]): readonly AppliedLimit[] {
  const { limitsBeside } = useLater();
  const limits = new Set(answers.flatMap(({ key }) => limitsBeside.get(key) ?? []));
  return inReadingOrder([...limits]);
}

interface Props {
  readonly limits: readonly AppliedLimit[];
  /** A line each, or with what to do about it. */
  readonly words: 'short' | 'message';
}

export function LimitRows({ limits, words }: Props) {
  return (
    <ul className="limit-rows">
      {limits.map((limit) => (
        <li className={limitKinds[kindOf(limit)].icon} key={limit.id}>
          <LimitMark of={limit} />
          <p>{limit[words]}</p>
        </li>
      ))}
    </ul>
  );
}
