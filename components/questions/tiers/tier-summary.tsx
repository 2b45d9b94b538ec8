import { useWizardState } from '@/components/state/wizard-context';
import type { Answer } from '@/lib/domain/answer';
import type { Option } from '@/lib/domain/option';
import { plural } from '@/lib/domain/plural';
import { useLimitsBeside } from '../fields/limit-rows';
import { tierAnswers } from './workload-answers';

const LOST: ReadonlySet<string | undefined> = new Set(['differs', 'nowhere']);

/** On a phone, a tier in a line: "6 → 50 pods, 2 CPU, 4Gi each · 2 limits". */
export function TierSummary({ tier, isOn }: { readonly tier: Option; readonly isOn: boolean }) {
  const { all, inRow } = tierAnswers(tier);
  const limits = useLimitsBeside(all);
  const state = useWizardState(({ faultAt, changes }) =>
    all.some(({ key }) => faultAt.has(key))
      ? 'problem'
      : inRow.some(({ key }) => changes.has(key))
        ? 'changed'
        : 'quiet',
  );
  const lost = useWizardState(({ proof }) =>
    proof ? all.filter(({ key }) => LOST.has(proof.answers[key]?.state)).length : 0,
  );
  const figures = useWizardState(({ reading }) => {
    const { workload } = tier;
    if (!isOn || !workload) return 'Off';
    const raw = ({ key }: Answer) => reading.raw[key];
    const { pods, jobs = [], requests } = workload;
    const amount = !pods
      ? `${jobs.filter((job) => reading.read(job)).length} of ${jobs.length} jobs on`
      : pods.min === pods.max
        ? `${raw(pods.min)} pods`
        : `${raw(pods.min)} → ${raw(pods.max)} pods`;
    return `${amount}, ${raw(requests.cpu)} CPU, ${raw(requests.memory)} each`;
  });
  const text = limits.length > 0 ? `${figures} · ${plural(limits.length, 'limit')}` : figures;
  return (
    <span className={`tier-summary ${state}`}>
      <span key={text}>{text}</span>
      {lost > 0 && <span className="lost">{` · ${lost} not as asked in the render`}</span>}
    </span>
  );
}
