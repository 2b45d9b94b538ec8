import type { StepName } from '@/components/state/steps';
import { stepsOf } from '@/components/state/steps';
import { useWizard } from '@/components/state/wizard-context';
import { CommonQuantities } from './fields/text-input';
import { OptionGroup } from './option-group';
import { Presets } from './presets';
import { useLazyQuestions } from './use-lazy-questions';

/** One step: what its options ask. What a step looks like follows from them, not from its name. */
export function StepBody({ step }: { readonly step: StepName }) {
  const { catalog } = useWizard();
  const lazy = useLazyQuestions();
  if (step === 'review') return lazy ? <lazy.Review /> : <p className="lede">Loading…</p>;
  const options = catalog.options.filter((option) => option.step === step);
  const tiers = options.filter(({ workload }) => workload);
  const chooser = options.find(({ choice }) => choice);
  const others = options.filter((option) => !option.workload && option !== chooser);
  return (
    <>
      <p className="lede">{stepsOf(catalog).find(({ id }) => id === step)?.lede}</p>
      {step === stepsOf(catalog)[0].id && <Presets />}
      {tiers.length > 0 && lazy && <lazy.TierTable tiers={tiers} />}
      {chooser?.choice && lazy && <lazy.BackendChoice option={chooser} choice={chooser.choice} />}
      {others.map((option) => (
        <OptionGroup option={option} key={option.id} />
      ))}
      <CommonQuantities />
    </>
  );
}
