import { type Answer, isAnswer } from '@/lib/domain/answer';
import type { Option } from '@/lib/domain/option';

/** On a phone the table's parts are laid out as blocks, which takes their native roles from them. */
export const TABLE = { role: 'table' } as const;
export const ROW_GROUP = { role: 'rowgroup' } as const;
export const ROW = { role: 'row' } as const;
export const ROW_HEADER = { role: 'rowheader', scope: 'row' } as const;
export const CELL = { role: 'cell' } as const;

/** The table's columns: tier, pods, two requests, two limits, the honest limits. */
export const COLUMNS = 7;

/** The id of what a tier's row opens to. */
export const detailsId = (id: string) => `details-${id}`;

/** A tier's answers: all of them, those that stand in its row, and those that its row opens to besides its jobs. */
export function tierAnswers({ parts, workload }: Option) {
  const all = parts.filter(isAnswer);
  const { enabled, pods, requests, limits, jobs = [] } = workload ?? {};
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
  const rest: readonly Answer[] = [...inRow, ...jobs];
  return { all, inRow, further: all.filter((answer) => !rest.includes(answer)) };
}
