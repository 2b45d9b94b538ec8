import type { ReactNode } from 'react';
import { optionPlace } from '@/components/state/focus';
import { Words } from '@/components/state/links';
import { Verdicts } from '@/components/state/verdicts';
import { useReading, useWizard, useWizardState } from '@/components/state/wizard-context';
import { LimitRows } from '@/components/ui/limit-rows';
import type { Answer } from '@/lib/domain/answer';
import type { CatalogOption } from '@/lib/domain/catalog';
import { type NodeOffer, nodePlan, nodeVerdicts } from '@/lib/domain/node-plan';
import type { BackendChoice } from '@/lib/domain/option';
import { useLimitsBeside } from './fields/answer-state';
import { controls } from './fields/controls';
import { Question } from './fields/question';

interface GroupProps {
  readonly id?: string;
  readonly title: string;
  readonly summary: string;
  readonly children: ReactNode;
}

/** Questions that belong together, under a title. */
export function Group({ id, title, summary, children }: GroupProps) {
  return (
    <fieldset className="group" id={id}>
      <legend>
        <span>{title}</span>{' '}
        <span className="group-summary">
          <Words of={summary} />
        </span>
      </legend>
      {children}
    </fieldset>
  );
}

/** One form a group: after each key Chromium looks at every field of the form that it was typed in. */
export const GroupForm = ({ children }: { readonly children: ReactNode }) => (
  <form noValidate onSubmit={(event) => event.preventDefault()}>
    {children}
  </form>
);

const Fields = ({ of }: { readonly of: readonly Answer[] }) => (
  <div className="fields">
    {of.map((answer) => (
      <Question answer={answer} as="field" key={answer.key} />
    ))}
  </div>
);

const Rows = ({ of }: { readonly of: readonly Answer[] }) =>
  of.map((answer) => <Question answer={answer} as="row" key={answer.key} />);

/** The questions of one option, with those of this step that are about it; nothing while none of them is asked. */
export function OptionGroup({ option }: { readonly option: CatalogOption }) {
  const { options } = useWizard().catalog;
  const about = options.filter((one) => one.about === option.id && one.step === option.step);
  const answers = [option, ...about].flatMap(({ answers }) => answers);
  const isAsked = useWizardState(({ reading }) => answers.some(reading.isAsked));
  const limits = useLimitsBeside(answers);
  if (!isAsked) return null;
  const all = answers.filter((answer) => controls[answer.shape.type].how === 'typed');
  const typed = all.length > 1 ? all : []; // one alone stands in a row, as switches do
  return (
    <GroupForm>
      <Group id={optionPlace(option.id)} title={option.title} summary={option.summary}>
        {typed.length > 0 && <Fields of={typed} />}
        <Rows of={answers.filter((answer) => !typed.includes(answer))} />
        {option.node && <NodesFit offer={option.node} />}
        {limits.length > 0 && <LimitRows limits={limits} />}
      </Group>
    </GroupForm>
  );
}

/** Whether the nodes are enough, live, beside the fields that describe them. */
function NodesFit({ offer }: { readonly offer: NodeOffer }) {
  const plan = nodePlan(offer, useReading());
  if (plan) return <Verdicts of={nodeVerdicts(plan)} />;
  return (
    <p className="help">
      With CPU and memory of one node, this says how many nodes these tiers take, and whether yours
      are enough.
    </p>
  );
}

interface BackendGroupProps {
  readonly option: CatalogOption;
  readonly choice: BackendChoice;
}

/** Cards to choose from, beneath them the chosen backend's own fields, beneath those what comes with the choice. */
export function BackendGroup({ option, choice: { answer, backends } }: BackendGroupProps) {
  const ofBackends = backends.flatMap(({ block }) => block?.answers ?? []);
  const before = option.answers.filter((one) => one !== answer && !ofBackends.includes(one));
  const chosen = useWizardState(({ reading }) =>
    reading.isAsked(answer) ? backends.find(({ id }) => id === reading.raw[answer.key]) : undefined,
  );
  const own = chosen?.block?.answers ?? [];
  const limits = useLimitsBeside([...before, answer, ...own]);
  return (
    <GroupForm>
      <div id={optionPlace(option.id)}>
        <Rows of={before} />
        <Question answer={answer} as="cards" />
      </div>
      {own.length > 0 && chosen && (
        <Group
          id={optionPlace(chosen.id)}
          title={chosen.title}
          summary="The backend’s own fields. Blank is not written."
          key={chosen.id}
        >
          <Fields of={own} />
        </Group>
      )}
      {limits.length > 0 && (
        <section className="costs" aria-labelledby="costs-title">
          <h2 id="costs-title">{`What comes with ${chosen?.title ?? 'this choice'}`}</h2>
          <LimitRows limits={limits} words="message" />
        </section>
      )}
    </GroupForm>
  );
}
