import type { ReactNode } from 'react';
import type { AppliedLimit } from '@/lib/domain/limit';
import { limitKinds } from '@/lib/domain/limit-kind';
import { LimitMark } from './mark';

interface Props {
  readonly limits: readonly AppliedLimit[];
  /** A line each, or with what to do about it. */
  readonly words?: 'short' | 'message';
  /** What can be done about one, beneath it. */
  readonly ways?: (limit: AppliedLimit) => ReactNode;
}

/** Limits, a row each, in the colour of their kind. */
export function LimitRows({ limits, words = 'short', ways }: Props) {
  return (
    <ul className="limit-rows">
      {limits.map((limit) => (
        <li className={limitKinds[limit.kind].icon} key={limit.id}>
          <LimitMark kind={limit.kind} />
          <p>{limit[words]}</p>
          {ways && <span className="ways">{ways(limit)}</span>}
        </li>
      ))}
    </ul>
  );
}
