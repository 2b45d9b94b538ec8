import { inFigures } from '@/lib/domain/in-figures';
import type { Figure } from '@/lib/outputs/capacity/figure';

interface Props {
  readonly of: Figure;
  readonly unit?: string;
}

/** A number that says where it comes from. */
export function FigureText({ of: { value, origin, how }, unit }: Props) {
  return (
    <>
      <b className="figure">{inFigures(value)}</b>
      {unit !== undefined && ` ${unit}`}{' '}
      <span className="origin">
        <span className="origin-name">{origin}</span> {how}
      </span>
    </>
  );
}
