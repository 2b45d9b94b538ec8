import { startTransition, useEffect, useMemo, useRef, useState } from 'react';
import { useWizard } from '@/components/state/wizard-context';
import type { ChosenFile } from '@/components/state/wizard-store';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { FileChoice, FileDrop } from '@/components/ui/file-choice';
import type { RawAnswers } from '@/lib/domain/answer';
import { plural } from '@/lib/domain/plural';
import { textOfFile } from '@/lib/files/file-text';
import { type OpenedFile, openFile } from '@/lib/files/open-file';
import { OpenedLists } from './opened-lists';
import { SheetDialog } from './sheet-dialog';

/** Reads a values file and says what becomes of each line of it before anything is replaced. */
export function OpenDialog() {
  const { catalog, store, replace, goToProblems } = useWizard();
  /** What was given, and which of several places in it is read. */
  const [source, setSource] = useState<ChosenFile>({ text: '', name: '' });
  const [file, setFile] = useState<OpenedFile | null>(null);
  /** Secrets that the person wants in the new file all the same, by their paths. */
  const [carried, setCarried] = useState<readonly string[]>([]);
  const chosen = useMemo(() => {
    if (!file || carried.length === 0) return file;
    const opened = openFile(catalog, source.text, { ...source, carrySecrets: new Set(carried) });
    return 'fault' in opened ? file : opened;
  }, [catalog, source, file, carried]);

  const read = (given: ChosenFile) => {
    setSource(given);
    if (given.fault) return;
    const opened = openFile(catalog, given.text, given);
    if ('fault' in opened) setSource({ ...given, fault: opened.fault });
    else startTransition(() => setFile(opened));
    setCarried([]);
  };

  const take = ({ understood, carried, conflicts, userFiles }: OpenedFile, raw: RawAnswers) => {
    const { chart } = store.get().reading.userFiles;
    const files = { ...(chart && { chart }), ...userFiles };
    replace(raw, 'opened file', files, {
      step: 'review',
      visited: new Set([...store.get().visited, 'review' as const]),
      openedFrom: source.name || 'a file',
    });
    store.update({ openedFile: source, tool: null });
    if (store.get().reading.faults.length > 0) goToProblems();
    announce(
      `File opened: ${plural(understood.length, 'value')} understood, ${carried.length} carried over, ${conflicts.length} in conflict.`,
    );
  };

  return (
    <SheetDialog
      title="Open an existing file"
      actions={
        chosen ? (
          <>
            <Button className="button primary" onClick={() => take(chosen, chosen.raw)}>
              Replace my answers
            </Button>
            {chosen.left.length > 0 && (
              <Button onClick={() => take(chosen, chosen.documented)}>
                Replace, with documented values for the rest
              </Button>
            )}
            <Button onClick={() => setFile(null)}>Choose another file</Button>
          </>
        ) : (
          <Button className="button primary" onClick={() => read(source)}>
            Read it
          </Button>
        )
      }
    >
      {file && chosen ? (
        <OpenedLists
          source={source}
          file={chosen}
          leftOut={file.leftOut}
          carried={carried}
          onCarry={setCarried}
        />
      ) : (
        <YamlSource source={source} onType={setSource} onRead={read} />
      )}
    </SheetDialog>
  );
}

interface SourceProps {
  readonly source: ChosenFile;
  readonly onType: (source: ChosenFile) => void;
  readonly onRead: (source: ChosenFile) => void;
}

/** A YAML file from the operator: chosen, dropped or pasted. It is read here and sent nowhere. */
function YamlSource({ source, onType, onRead }: SourceProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { fault, ...given } = source;

  useEffect(() => {
    if (fault?.line === undefined) return;
    const { current } = area;
    const before = current?.value.split('\n').slice(0, fault.line - 1) ?? [];
    const start = [...before, ''].join('\n').length + (fault.column ?? 1) - 1;
    current?.focus();
    current?.setSelectionRange(start, start + 1);
  }, [fault]);

  const take = async ([file]: readonly File[]) => {
    if (!file) return;
    const read = textOfFile(new Uint8Array(await file.arrayBuffer()));
    onRead({ name: file.name, text: '', ...read });
  };

  return (
    <FileDrop onFiles={take}>
      <FileChoice
        label="Choose a file"
        className="button file-choice"
        accept=".yaml,.yml,.txt,text/plain,application/yaml"
        onFiles={take}
      />
      <span className="help">or drop it here, or paste it below. It does not leave this page.</span>
      <label className="label" htmlFor="own-yaml">
        A values-large.yaml, ours or your own
      </label>
      <textarea
        id="own-yaml"
        ref={area}
        rows={10}
        spellCheck={false}
        // A file that was chosen shows only to be fixed: to lay out its thousands of lines takes longer than to read them.
        value={source.name === '' || fault ? source.text : ''}
        aria-describedby={fault ? 'own-yaml-fault own-yaml-hint' : 'own-yaml-hint'}
        aria-invalid={fault !== undefined}
        onChange={({ target }) => onType({ text: target.value, name: '' })}
      />
      {fault && (
        <p className="error" id="own-yaml-fault" role="alert">
          <span className="error-mark">
            Problem{fault.line !== undefined && ` in line ${fault.line}, column ${fault.column}`}:
          </span>{' '}
          {fault.message}
        </p>
      )}
      {fault?.choices?.map(({ id, title }) => (
        <Button key={id} onClick={() => onRead({ ...given, chosen: id })}>
          {title}
        </Button>
      ))}
      {source.remarks?.map((remark) => (
        <p className="help" key={remark}>
          {remark}
        </p>
      ))}
      <p className="help" id="own-yaml-hint">
        Read as Helm reads it: on and off are switches, merge keys and anchors count. Comments are
        not taken over.
      </p>
    </FileDrop>
  );
}
