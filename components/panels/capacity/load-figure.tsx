import { useWizard } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { inFigures } from '@/lib/domain/in-figures';
import type { LoadPlan } from '@/lib/outputs/capacity/load';
import { OriginText } from './origin-text';

/** How many API pods the peak takes, beside the maximum. */
export function LoadFigure({ plan }: { readonly plan: LoadPlan }) {
  const { answer } = useWizard();
  const { pods, maximum, raise, outOfReach } = plan;
  return (
    <>
      <p className="big" key={`${pods.value} ${maximum.value}`}>
        {inFigures(pods.value)} <small>of {inFigures(maximum.value)} allowed</small>
      </p>
      <p className="help">
        <OriginText of={pods} />. The maximum: <OriginText of={maximum} />.
      </p>
      {raise && (
        <Button key={raise.to} onClick={() => answer(raise.key, String(raise.to))}>
          Raise the maximum to {inFigures(raise.to)}
        </Button>
      )}
      {outOfReach !== undefined && <p className="help problem">{outOfReach}</p>}
    </>
  );
}
