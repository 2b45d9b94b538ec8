'use client';

import { useFormState } from 'react-hook-form';
import { questionId } from '@/components/state/places';
import { goTo } from '@/components/state/steps';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { PROBLEMS } from './problems';

/** Once a download was tried: everything that keeps the file from being made, each leading to its field. */
export function ErrorSummary() {
  const { catalog, form } = useWizard();
  const { isSubmitted } = useFormState({ control: form.control });
  const faults = useWizardState(({ reading }) => reading.faults);
  if (!isSubmitted || faults.length === 0) return null;
  return (
    <section className="problems" id={PROBLEMS} aria-labelledby="problems-title" tabIndex={-1}>
      <h2 id="problems-title">There is a problem</h2>
      <p>No file is made until this is fixed. Everything else that you entered is kept.</p>
      <ul>
        {faults.map(({ key, message }) => (
          <li key={key}>
            <button type="button" className="link" onClick={() => goTo(questionId(key))}>
              {catalog.answer.get(key)?.label}
            </button>{' '}
            <code>{key}</code>: {message}
          </li>
        ))}
      </ul>
    </section>
  );
}
