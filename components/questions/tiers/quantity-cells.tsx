import type { PodQuantities } from '@/lib/domain/workload';
import { Cell } from './cell';
import { CELL } from './table-roles';

/** CPU and memory of one pod. */
export function QuantityCells({ tier, of }: { readonly tier: string; readonly of: PodQuantities }) {
  return (
    <>
      <td className="first" data-label={of.cpu.label} {...CELL}>
        <Cell answer={of.cpu} tier={tier} />
      </td>
      <td data-label={of.memory.label} {...CELL}>
        <Cell answer={of.memory} tier={tier} />
      </td>
    </>
  );
}
