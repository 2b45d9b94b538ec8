import type { Figure } from '@/lib/outputs/capacity/figure';

/** Where a figure comes from, in words. */
export function OriginText({ of: { origin, how } }: { readonly of: Figure }) {
  return (
    <span key={origin + how}>
      <b>
        {origin === 'derived' ? 'Derived' : origin === 'documented' ? 'Documented' : 'Your number'}
      </b>{' '}
      {how}
    </span>
  );
}
