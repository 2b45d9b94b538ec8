import { optionPlace } from '@/components/state/focus';
import { useWizardState } from '@/components/state/wizard-context';
import { isAnswer } from '@/lib/domain/answer';
import type { Option } from '@/lib/domain/option';
import { controlOf } from './fields/controls';
import { LimitRows, useLimitsBeside } from './fields/limit-rows';
import { Group, Question } from './fields/question';
import { NodesVerdict } from './nodes-verdict';

/** The questions of one option; nothing while none of them is asked. */
export function OptionGroup({ option }: { readonly option: Option }) {
  const answers = option.parts.filter(isAnswer);
  const isAsked = useWizardState(({ reading }) => answers.some(reading.isActive));
  const limits = useLimitsBeside(answers);
  if (!isAsked) return null;
  const all = answers.filter((answer) => controlOf(answer).how === 'typed');
  const typed = all.length > 1 ? all : []; // one alone stands in a row, as switches do
  const rows = answers.filter((answer) => !typed.includes(answer));
  return (
    // One form a group: after each key Chromium looks at every field of the form that it was typed in.
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Group id={optionPlace(option.id)} title={option.title} summary={option.summary}>
        {typed.length > 0 && (
          <div className={`fields${typed.length === 2 ? ' two' : ''}`}>
            {typed.map((answer) => (
              <Question answer={answer} as="field" key={answer.key} />
            ))}
          </div>
        )}
        {rows.map((answer) => (
          <Question answer={answer} as="row" key={answer.key} />
        ))}
        {option.node && <NodesVerdict offer={option.node} />}
        {limits.length > 0 && <LimitRows limits={limits} words="short" />}
      </Group>
    </form>
  );
}
