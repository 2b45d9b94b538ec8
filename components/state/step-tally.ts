import type { Catalog } from '@/lib/domain/catalog';
import { optionOf } from './places';
import type { StepName } from './steps';
import type { WizardState } from './wizard-state';

const stepsOfAnswers = new WeakMap<Catalog, ReadonlyMap<string, StepName>>();

/** The step in which each answer is asked. */
function stepOfAnswer(catalog: Catalog): ReadonlyMap<string, StepName> {
  let steps = stepsOfAnswers.get(catalog);
  if (!steps) {
    steps = new Map(
      catalog.answers.flatMap(({ key }) => {
        const option = optionOf(catalog, key);
        return option ? [[key, option.step] as const] : [];
      }),
    );
    stepsOfAnswers.set(catalog, steps);
  }
  return steps;
}

/** How many problems, changed answers and cautions a step has; the review has those of all. */
export function stepTally(
  catalog: Catalog,
  { changes, limitsBeside, faultAt }: WizardState,
  step: StepName,
): readonly [problems: number, changed: number, cautions: number] {
  const stepOf = stepOfAnswer(catalog);
  const isHere = (key: string) => step === 'review' || stepOf.get(key) === step;
  let [problems, changed] = [0, 0];
  const cautions = new Set<string>();
  for (const key of faultAt.keys()) if (isHere(key)) problems += 1;
  for (const key of changes.keys()) if (isHere(key)) changed += 1;
  for (const [key, limits] of limitsBeside) {
    if (!isHere(key)) continue;
    for (const { id, severity } of limits) if (severity === 'caution') cautions.add(id);
  }
  return [problems, changed, cautions.size];
}
