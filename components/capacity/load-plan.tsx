'use client';

import { useWizard } from '@/components/state/wizard-context';
import { inFigures } from '@/lib/domain/in-figures';
import { isKnown, type Unknown } from '@/lib/outputs/capacity/figure';
import type { LoadPlan as Plan } from '@/lib/outputs/capacity/load';
import { FigureText } from './figure-text';
import { UnknownText } from './unknown-text';

/** How many API pods the peak takes, beside the maximum. */
export function LoadPlan({ plan }: { readonly plan: Plan | Unknown }) {
  return (
    <section className="group" aria-labelledby="load-plan-title">
      <h3 id="load-plan-title">API pods for the peak</h3>
      {isKnown(plan) ? <Known plan={plan} /> : <UnknownText of={plan} />}
    </section>
  );
}

function Known({ plan: { pods, maximum, raise, outOfReach } }: { readonly plan: Plan }) {
  const { answer } = useWizard();
  return (
    <>
      <dl className="figures">
        <dt>Needed at the peak</dt>
        <dd>
          <FigureText of={pods} unit="pods" />
        </dd>
        <dt>Allowed by the maximum</dt>
        <dd>
          <FigureText of={maximum} unit="pods" />
        </dd>
      </dl>
      {raise && (
        <button
          type="button"
          onClick={() => answer(raise.key, String(raise.to))}
        >
          Raise the maximum to {inFigures(raise.to)}
        </button>
      )}
      {outOfReach !== undefined && <p className="verdict bad">{outOfReach}</p>}
    </>
  );
}
