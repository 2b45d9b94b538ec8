import type { ReactNode } from 'react';
import { AnswerLink } from '@/components/state/links';
import { useWizard } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { NodesVerdict } from '@/components/ui/nodes-verdict';
import type { Figure } from '@/lib/domain/figure';
import { inFigures } from '@/lib/domain/in-figures';
import type { NodePlan } from '@/lib/domain/node-plan';

/** One question to the plan, and its answer. */
export const Card = (props: { readonly title: string; readonly children: ReactNode }) => (
  <section className="figure">
    <h3>{props.title}</h3>
    {props.children}
  </section>
);

/** The answers that a figure takes, as links to them. */
export function Needs({ keys }: { readonly keys: readonly string[] }) {
  const { catalog } = useWizard();
  return keys.map((key) => (
    <AnswerLink to={key} key={key}>
      {catalog.answer.get(key)?.label ?? key}
    </AnswerLink>
  ));
}

/** A number with its sum, and what would make it known or better. */
export function FigureText({ figure }: { readonly figure: Figure }) {
  const { answer } = useWizard();
  const { value, unit, says, problem, needs, raise } = figure;
  return (
    <>
      <p className={value === undefined ? 'big unknown' : 'big'}>
        {value === undefined ? 'Not known' : inFigures(value)} <small>{unit}</small>
      </p>
      {says.map((text) => (
        <p className="help" key={text}>
          {text}
        </p>
      ))}
      {problem !== undefined && <p className="help problem">{problem}</p>}
      {raise && (
        <Button key={raise.to} onClick={() => answer(raise.key, String(raise.to))}>
          Raise the maximum to {inFigures(raise.to)}
        </Button>
      )}
      <Needs keys={needs} />
    </>
  );
}

interface NodesProps {
  readonly plan: NodePlan | undefined;
  /** The answers that would make it known. */
  readonly needs: readonly string[];
}

/** How many nodes of the operator's size the pods take, against those there are. */
export function NodesText({ plan, needs }: NodesProps) {
  if (!plan) {
    const says = ['How many nodes this takes depends on what one node can give.'];
    return <FigureText figure={{ about: '', value: undefined, unit: '', says, needs }} />;
  }
  return (
    <>
      <p className="big">
        {inFigures(plan.floor)} → {inFigures(plan.ceiling)}{' '}
        <small>
          {plan.have === undefined ? 'nodes, estimated' : `of ${inFigures(plan.have)} nodes`}
        </small>
      </p>
      <NodesVerdict plan={plan} />
    </>
  );
}
