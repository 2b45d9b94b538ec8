'use client';

import { answersBeside } from '@/components/state/places';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { count } from '@/components/ui/count';
import { SeverityMark } from '@/components/ui/severity-mark';
import type { AppliedLimit } from '@/lib/domain/limit';

/** All limits that apply: cautions, then those of this choice, then those that are always true. */
export function LimitsList() {
  const limits = useWizardState((state) => state.limits);
  const cautions = limits.filter(({ severity }) => severity === 'caution');
  const chosen = limits.filter(({ severity, always }) => severity === 'limit' && !always);
  const always = limits.filter(({ always }) => always);
  return (
    <section className="limits" aria-labelledby="limits-title" id="limits">
      <header>
        <h2 id="limits-title">Honest limits</h2>
        <p className="tally">
          {count(cautions.length, 'caution')}, {count(limits.length - cautions.length, 'limit')}
        </p>
      </header>
      <div className="limits-body">
        <Group title="Cautions: this choice will probably hurt" limits={cautions} />
        <Group title="True of this choice" limits={chosen} />
        <Group title="True whatever you choose" limits={always} />
      </div>
    </section>
  );
}

function Group({ title, limits }: { title: string; limits: readonly AppliedLimit[] }) {
  if (limits.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {limits.map((limit) => (
          <Limit limit={limit} key={limit.id} />
        ))}
      </ul>
    </>
  );
}

function Limit({ limit }: { readonly limit: AppliedLimit }) {
  const { catalog, openAnswer } = useWizard();
  const { id, severity, short, message, source } = limit;
  const places = answersBeside(catalog, limit);
  return (
    <li>
      <details className={`limit ${severity}`}>
        <summary>
          <SeverityMark severity={severity} />
          <span className="short">{short}</span>
        </summary>
        <div className="limit-body">
          <p>{message}</p>
          <p className="source">
            <code>{id}</code> · Source: {source}
          </p>
          {places.map((key) => (
            <button type="button" className="quiet" key={key} onClick={() => openAnswer(key)}>
              Go to {key}
            </button>
          ))}
        </div>
      </details>
    </li>
  );
}
