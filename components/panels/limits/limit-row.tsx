import { useState } from 'react';
import { AcceptCaution } from '@/components/state/accept-caution';
import { AnswerLink } from '@/components/state/links';
import { RenderOffer } from '@/components/state/render-offer';
import { useWizard } from '@/components/state/wizard-context';
import { LimitMark } from '@/components/ui/mark';
import { Source } from '@/components/ui/source';
import type { Catalog } from '@/lib/domain/catalog';
import type { AppliedLimit } from '@/lib/domain/limit';

/** A limit in one line, which opens to its whole text. */
export function LimitRow({ limit }: { readonly limit: AppliedLimit }) {
  const { catalog } = useWizard();
  const [isOpen, setOpen] = useState(false);
  const { id, short, message, source, remedy } = limit;
  return (
    <details
      className="limit-row"
      id={`limit-${id}`}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <LimitMark of={limit} />
        <span className="short" key={short}>
          {short}
        </span>
        <span className="where">{whereOf(catalog, limit)}</span>
      </summary>
      {isOpen && (
        <div className="limit-body">
          <p key={message}>{message.slice(short.length).trim()}</p>
          <p className="source">
            <code>{id}</code> · Source: <Source of={source} />
          </p>
          <AcceptCaution limit={limit} />
          {remedy !== undefined && <RenderOffer of={remedy} />}
          {limit.answers.map((key) => (
            <AnswerLink to={key} key={key}>
              Go to {catalog.answer.get(key)?.label ?? key}, <code>{key}</code>
            </AnswerLink>
          ))}
        </div>
      )}
    </details>
  );
}

/** "Tiers, API": the step of its first answer, and the option where the step has several rows. */
function whereOf(catalog: Catalog, { answers: [first] }: AppliedLimit): string {
  const option = first === undefined ? undefined : catalog.ownerOf.get(first);
  const step = catalog.steps.find(({ id }) => id === option?.step);
  if (!option || !step) return '';
  return option.workload ? `${step.title}, ${option.title}` : step.title;
}
