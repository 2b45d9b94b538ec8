import { pathsOf, writtenPaths } from '@/components/state/places';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import type { Answer } from '@/lib/domain/answer';
import { formatPath } from '@/lib/domain/path';
import { acceptedBy, readable } from './readable';

/** What is known of an answer: its default, what it takes, where that comes from, and the way to its lines. */
export function AnswerDetails({ answer }: { readonly answer: Answer }) {
  const { catalog, store, showInFile } = useWizard();
  const { key, source, provenance } = answer;
  const inChart = useWizardState(({ reading }) => {
    const entry = reading.entries.find((one) => one.key.of === key);
    return entry?.isConfirmed ? formatPath(entry.path) : undefined;
  });
  const isWritten = pathsOf(catalog, key).length > 0;
  const known =
    provenance === 'documented' ? 'documented' : 'unverified: check it against your chart';
  return (
    <dl>
      <dt>Default</dt>
      <dd translate="no">{readable(answer, answer.default)}</dd>
      <dt>Accepts</dt>
      <dd>{acceptedBy(answer)}</dd>
      <dt>Source</dt>
      <dd>{source}</dd>
      <dt>Path</dt>
      <dd>
        {!isWritten
          ? 'not in the values: kept in the link and in the file’s head'
          : inChart === undefined
            ? known
            : `your chart has it at ${inChart}`}
      </dd>
      {isWritten && (
        <dd className="about-line">
          <Button
            className="link"
            onClick={() => showInFile(writtenPaths(store.get().reading.entries, key))}
          >
            Show in the file
          </Button>
        </dd>
      )}
    </dl>
  );
}
