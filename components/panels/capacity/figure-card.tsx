import type { ComponentType } from 'react';
import { AnswerLink } from '@/components/state/answer-link';
import { useWizard } from '@/components/state/wizard-context';
import { isKnown, type Unknown } from '@/lib/outputs/capacity/figure';

interface Props<Plan extends object> {
  readonly title: string;
  readonly plan: Plan | Unknown;
  /** Shows the plan once it is known. */
  readonly known: ComponentType<{ readonly plan: Plan }>;
}

/** One question to the plan, and its answer. */
export function FigureCard<Plan extends object>({ title, plan, known: Known }: Props<Plan>) {
  return (
    <section className="figure">
      <h3>{title}</h3>
      {isKnown(plan) ? <Known plan={plan} /> : <UnknownFigure of={plan} />}
    </section>
  );
}

/** What is not known yet, and the answers that it takes. Nothing is guessed. */
function UnknownFigure({ of: { unknown, needs } }: { readonly of: Unknown }) {
  const { catalog } = useWizard();
  return (
    <>
      <p className="big unknown">Not known</p>
      <p className="help" key={unknown}>
        {unknown}
      </p>
      {needs.map((key) => (
        <AnswerLink to={key} key={key}>
          {catalog.answer.get(key)?.label}
        </AnswerLink>
      ))}
    </>
  );
}
