import { optionPlace } from '@/components/state/focus';
import { useWizardState } from '@/components/state/wizard-context';
import { Icon } from '@/components/ui/icon';
import { isAnswer } from '@/lib/domain/answer';
import type { BackendChoice as Choice, Option } from '@/lib/domain/option';
import { helpId, useAnswerState } from './fields/answer-state';
import { controlOf } from './fields/controls';
import { LimitRows, useLimitsBeside } from './fields/limit-rows';
import { AboutAnswer, FieldError, Group, Question, WaysBack } from './fields/question';

interface BackendChoiceProps {
  readonly option: Option;
  readonly choice: Choice;
}

/** Cards to choose from, beneath them the chosen backend's own fields, beneath those what comes with the choice. */
export function BackendChoice({ option, choice: { answer, backends } }: BackendChoiceProps) {
  const others = backends.flatMap(({ block }) => block?.answers ?? []);
  const before = option.parts
    .filter(isAnswer)
    .filter((one) => one !== answer && !others.includes(one));
  const { isAsked, isChanged, error } = useAnswerState(answer);
  const { Input } = controlOf(answer);
  const chosen = useWizardState(({ reading }) =>
    backends.find(({ id }) => id === reading.raw[answer.key]),
  );
  const own = isAsked ? (chosen?.block?.answers ?? []) : [];
  const limits = useLimitsBeside([...before, answer, ...own]);
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()} id={optionPlace(option.id)}>
      {before.map((one) => (
        <Question answer={one} as="row" key={one.key} />
      ))}
      {isAsked && (
        <fieldset className="group">
          <legend>
            <span className="group-title">{answer.label}</span>{' '}
            {isChanged && (
              <span className="label-mark changed">
                <Icon name="changed" />
                <span>changed</span>
              </span>
            )}
          </legend>
          <WaysBack answer={answer} isBeside />
          <Input
            answer={answer}
            shape={answer.shape}
            describedBy={helpId(answer.key)}
            invalid={error !== undefined}
            isLarge
          />
          {error !== undefined && <FieldError of={answer.key} message={error} />}
          <p className="help" id={helpId(answer.key)}>
            {answer.help}
          </p>
          <AboutAnswer answer={answer} />
        </fieldset>
      )}
      {own.length > 0 && chosen && (
        <Group
          id={optionPlace(chosen.id)}
          title={chosen.title}
          summary="The backend’s own fields. Blank is not written."
          key={chosen.id}
        >
          <div className="fields two">
            {own.map((one) => (
              <Question answer={one} as="field" key={one.key} />
            ))}
          </div>
        </Group>
      )}
      {limits.length > 0 && (
        <section className="costs" aria-labelledby="costs-title">
          <h2 id="costs-title">{`What comes with ${isAsked && chosen ? chosen.title : 'this choice'}`}</h2>
          <LimitRows limits={limits} words="message" />
        </section>
      )}
    </form>
  );
}
