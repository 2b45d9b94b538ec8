import { type Answer, isAnswer } from '@/lib/domain/answer';
import type { Option } from '@/lib/domain/option';

/** The answers of a tier by where the table shows them. */
export interface TierAnswers {
  readonly all: readonly Answer[];
  /** Those that stand in the row itself. */
  readonly inRow: readonly Answer[];
  /** Those that a row opens to, its jobs left out. */
  readonly further: readonly Answer[];
}

/** Sorts a tier's answers by what its workload declares. */
export function tierAnswers({ parts, workload }: Option): TierAnswers {
  const all = parts.filter(isAnswer);
  const { enabled, pods, requests, limits, jobs } = workload ?? {};
  const columns: readonly (Answer | undefined)[] = [
    enabled,
    pods?.min,
    pods?.max,
    requests?.cpu,
    requests?.memory,
    limits?.cpu,
    limits?.memory,
  ];
  const inRow = all.filter((answer) => columns.includes(answer));
  const rest: readonly (Answer | undefined)[] = [...inRow, ...(jobs ?? [])];
  return { all, inRow, further: all.filter((answer) => !rest.includes(answer)) };
}
