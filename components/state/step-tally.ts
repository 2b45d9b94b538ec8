import { isAnswer } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { oncePer } from './once-per';
import type { StepName } from './steps';
import type { WizardState } from './wizard-state';

/** The step in which each answer is asked. */
const stepsOfAnswers = oncePer(
  ({ options }: Catalog): ReadonlyMap<string, StepName> =>
    new Map(
      options.flatMap(({ parts, step }) =>
        parts.filter(isAnswer).map(({ key }) => [key, step] as const),
      ),
    ),
);

/** How many problems, changed answers and cautions a step has; the review has those of all. */
export function stepTally(
  catalog: Catalog,
  { changes, limitsBeside, faultAt }: WizardState,
  step: StepName,
): readonly [problems: number, changed: number, cautions: number] {
  const stepOf = stepsOfAnswers(catalog);
  const isHere = (key: string) => step === 'review' || stepOf.get(key) === step;
  const cautions = [...limitsBeside]
    .filter(([key]) => isHere(key))
    .flatMap(([, limits]) => limits.filter(({ severity }) => severity === 'caution'));
  return [
    [...faultAt.keys()].filter(isHere).length,
    [...changes.keys()].filter(isHere).length,
    new Set(cautions).size,
  ];
}
