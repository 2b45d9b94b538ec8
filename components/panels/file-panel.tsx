import { useEffect, useState } from 'react';
import { useWizard } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { CodeSnippet } from '@/components/ui/code-snippet';
import { save } from '@/components/ui/save';
import { makeFile, type Output, type OutputBody } from '@/lib/outputs/output';
import { outputs } from '@/lib/outputs/registry';
import type { Reading } from '@/lib/reading/reading';

interface Props {
  readonly output: Output;
  readonly reading: Reading;
}

/** The file of an output that has no panel of its own, as text, to copy and to download. */
export function FilePanel({ output: { title, file }, reading }: Props) {
  const { catalog } = useWizard();
  const [made, setMade] = useState<{ readonly body?: OutputBody; readonly fault?: string }>({});
  const isSound = reading.faults.length === 0;
  useEffect(() => {
    if (!file || !isSound) return undefined;
    let isCurrent = true;
    makeFile(file, { catalog, reading, outputs }).then(
      (body) => isCurrent && setMade({ body }),
      (error) => isCurrent && setMade({ fault: String(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [catalog, file, isSound, reading]);

  const { body, fault } = isSound
    ? made
    : { fault: 'There is no file until the problems are fixed.' };
  return (
    <section className="panel-body" aria-label={title}>
      {file && body !== undefined && (
        <>
          <Button onClick={() => save(body, file.name, file.contentType)}>
            Download {file.name}
          </Button>
          {typeof body === 'string' && <CodeSnippet text={body} what={file.name} />}
        </>
      )}
      {fault !== undefined && <p className="help problem">{fault}</p>}
    </section>
  );
}
