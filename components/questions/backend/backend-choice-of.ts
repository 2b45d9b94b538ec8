import { type Answer, type Choice, isAnswer } from '@/lib/domain/answer';
import type { Option } from '@/lib/domain/option';

export interface BackendChoiceParts {
  readonly option: Option;
  /** What is asked before: whether there is any. */
  readonly before: readonly Answer[];
  readonly answer: Answer;
  readonly choices: readonly Choice[];
  /** The options of which one is chosen. */
  readonly backends: readonly Option[];
}

/** The choice of a backend among the options of a step: an answer whose members are options themselves. */
export function backendChoiceOf(options: readonly Option[]): BackendChoiceParts | undefined {
  const byId = new Map(options.map((option) => [option.id, option]));
  for (const option of options) {
    const answers = option.parts.filter(isAnswer);
    for (const answer of answers) {
      if (answer.shape.type !== 'choice') continue;
      const { choices } = answer.shape;
      const backends = choices.flatMap(({ value }) => byId.get(value) ?? []);
      if (backends.length < choices.length) continue;
      const before = answers.filter((one) => one !== answer);
      return { option, before, answer, choices, backends };
    }
  }
  return undefined;
}
