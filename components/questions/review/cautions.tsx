import { AnswerLink } from '@/components/state/answer-link';
import { answersBeside } from '@/components/state/places';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { SeverityMark } from '@/components/ui/severity-mark';

/** The cautions of this choice, each with the way to the answer that settles it. */
export function Cautions() {
  const { catalog } = useWizard();
  const limits = useWizardState((state) => state.limits);
  const cautions = limits.filter(({ severity }) => severity === 'caution');
  if (cautions.length === 0) return null;
  return (
    <section className="review-part" aria-labelledby="cautions-title">
      <h2 id="cautions-title">Cautions to settle</h2>
      <ul className="settle">
        {cautions.map((limit) => {
          const [key] = answersBeside(catalog, limit);
          return (
            <li key={limit.id}>
              <SeverityMark severity={limit.severity} />
              <p>{limit.short}</p>
              {key !== undefined && (
                <AnswerLink to={key}>{`Go to ${catalog.answer.get(key)?.label}`}</AnswerLink>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
