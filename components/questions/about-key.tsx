'use client';

import { Fragment } from 'react';
import { showInFile } from '@/components/file/show-in-file';
import { pathsOf, writtenPaths } from '@/components/state/places';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import type { Answer, Shape } from '@/lib/domain/answer';
import { inFigures } from '@/lib/domain/in-figures';
import { formatPath } from '@/lib/domain/path';

/** A key that may break after its dots. */
function KeyName({ name }: { readonly name: string }) {
  return (
    <code className="key">
      {name.split(/(?<=\.)/).map((step) => (
        <Fragment key={step}>
          {step}
          <wbr />
        </Fragment>
      ))}
    </code>
  );
}

/** The answer's key, what is known of it, and the way to its lines in the file. */
export function AboutKey({ answer }: { readonly answer: Answer }) {
  const { catalog, form, store } = useWizard();
  const isChanged = useWizardState(({ reading }) => reading.raw[answer.key] !== answer.default);
  const place = useWizardState(({ reading }) => {
    const entry = reading.entries.find(({ key }) => key.of === answer.key);
    return entry?.isConfirmed ? formatPath(entry.path) : undefined;
  });
  const paths = pathsOf(catalog, answer.key);
  const { key, source, provenance, shape } = answer;
  return (
    <div className="about">
      <details>
        <summary>
          <KeyName name={key} />
        </summary>
        <dl>
          {shape.type === 'quantity' && (
            <div>
              <dt>What</dt>
              <dd id={`help-${key}`}>{answer.help}</dd>
            </div>
          )}
          <div>
            <dt>Default</dt>
            <dd>{answer.default === '' ? 'blank: not known' : answer.default}</dd>
          </div>
          {boundsOf(shape) && (
            <div>
              <dt>Accepts</dt>
              <dd>{boundsOf(shape)}</dd>
            </div>
          )}
          <div>
            <dt>Source</dt>
            <dd>{source}</dd>
          </div>
          <div>
            <dt>Path</dt>
            <dd>
              {paths.length === 0
                ? 'Not in the values: kept in the link and in the file’s head.'
                : place !== undefined
                  ? `Your chart has it at ${place}.`
                  : provenance === 'documented'
                    ? 'Documented.'
                    : 'Unverified: check it against your chart.'}
            </dd>
          </div>
        </dl>
      </details>
      {isChanged && shape.type !== 'switch' && shape.type !== 'choice' && (
        <button
          type="button"
          className="quiet back"
          onClick={() =>
            form.setValue(key, answer.default, { shouldDirty: true, shouldTouch: true })
          }
        >
          Back to {answer.default === '' ? 'blank' : answer.default}
          <span className="sr-only"> for {answer.label}</span>
        </button>
      )}
      {paths[0] !== undefined && (
        <button
          type="button"
          className="quiet to-file"
          title="Show in the file"
          onClick={() => showInFile(writtenPaths(store.get().reading.entries, key))}
        >
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d="M2 8h11M9 4l4 4-4 4" />
          </svg>
          <span className="sr-only">Show {key} in the file</span>
        </button>
      )}
    </div>
  );
}

function boundsOf(shape: Shape): string | undefined {
  switch (shape.type) {
    case 'whole-number':
      return `${inFigures(shape.min)} to ${inFigures(shape.max)}`;
    case 'quantity':
      return shape.resource === 'cpu'
        ? 'Kubernetes CPU: 2, 0.5 or 500m'
        : 'Kubernetes memory with a unit: 512Mi, 4Gi';
    case 'text':
      return `such as ${shape.example}, up to ${shape.maxLength} characters`;
    default:
      return undefined;
  }
}
