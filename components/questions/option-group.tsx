'use client';

import { groupId } from '@/components/state/places';
import { useWizardState } from '@/components/state/wizard-context';
import { isAnswer } from '@/lib/domain/answer';
import type { Option } from '@/lib/domain/option';
import { Field } from './field';
import { LimitNotes, standsAlone } from './limit-notes';

/** The questions of one option; nothing while none of them is asked. */
export function OptionGroup({ option }: { readonly option: Option }) {
  const answers = option.parts.filter(isAnswer);
  const isAsked = useWizardState(({ reading }) => answers.some(reading.isActive));
  if (!isAsked) return null;
  return (
    // A form of its own: after each key Chromium looks at every field of the form that it was typed in.
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <fieldset className="group" id={groupId(option.id)}>
        <legend>{option.title}</legend>
        <p className="group-summary">{option.summary}</p>
        <div className="fields">
          {answers.map((answer) => (
            <Field answer={answer} key={answer.key} />
          ))}
        </div>
        <LimitNotes of={answers.filter((answer) => !standsAlone(answer))} />
      </fieldset>
    </form>
  );
}
