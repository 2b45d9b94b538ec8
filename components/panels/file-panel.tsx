import { useEffect, useState } from 'react';
import { FileButton } from '@/components/state/file-actions';
import { useReading, useWizard } from '@/components/state/wizard-context';
import { CodeSnippet } from '@/components/ui/code-snippet';
import { makeFile, type Output, type OutputBody } from '@/lib/outputs/output';
import { outputs } from '@/lib/outputs/registry';

/** The file of an output that has no panel of its own, as text, to copy and to download. */
export function FilePanel({ output }: { readonly output: Output }) {
  const { catalog } = useWizard();
  const reading = useReading();
  const { title, file } = output;
  const [made, setMade] = useState<{ readonly body?: OutputBody; readonly fault?: string }>({});
  const isSound = reading.faults.length === 0;
  useEffect(() => {
    if (!file || !isSound) return undefined;
    let isCurrent = true;
    makeFile(file, { catalog, reading, outputs }).then(
      (body) => isCurrent && setMade({ body }),
      (error) => isCurrent && setMade({ fault: `It could not be made: ${error}` }),
    );
    return () => {
      isCurrent = false;
    };
  }, [catalog, file, isSound, reading]);

  const problem = 'There is no file until the problems are fixed.';
  const { body, fault } = isSound ? made : { fault: problem };
  return (
    <section className="panel-body" aria-label={title}>
      <FileButton output={output} />
      {file && typeof body === 'string' && <CodeSnippet text={body} what={file.name} />}
      {fault !== undefined && <p className="help problem">{fault}</p>}
    </section>
  );
}
