import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { FileChoice, FileDrop } from '@/components/ui/file-choice';
import { type FileFault, textOfFile } from '@/lib/files/file-text';

export interface Source {
  readonly text: string;
  /** The file's name; `''` when it was pasted. */
  readonly name: string;
  /** Which of several places in it was chosen. */
  readonly chosen?: string;
  /** How its bytes were read, where that may surprise. */
  readonly remarks?: readonly string[];
  readonly fault?: FileFault;
}

interface Props {
  readonly source: Source;
  readonly onChange: (source: Source) => void;
  /** Takes one of the places that a fault offers. */
  readonly onChoose: (id: string) => void;
}

/** A YAML file from the operator: chosen, dropped or pasted. It is read here and sent nowhere. */
export function YamlSource({ source, onChange, onChoose }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { fault } = source;

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
    onChange({ name: file.name, text: '', ...read });
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
        onChange={({ target }) => onChange({ text: target.value, name: '' })}
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
        <Button key={id} onClick={() => onChoose(id)}>
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
