import { useState } from 'react';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { FileChoice, FileDrop } from '@/components/ui/file-choice';
import { Icon } from '@/components/ui/icon';
import { plural } from '@/lib/domain/plural';
import { textOfFile } from '@/lib/files/file-text';
import { MOST_CHARACTERS } from '@/lib/proof/read-manifests';
import { ROLE_NAMES, ROLES, remarksBeside, type TakenFile, takeFile } from '@/lib/proof/take-file';

/** Takes files of the chart, in any order and any number. They are read here and sent nowhere. */
export function GivenFiles() {
  const { catalog, store } = useWizard();
  const files = useWizardState(({ chartFiles }) => chartFiles) ?? [];
  const [busy, setBusy] = useState('');
  const [refusals, setRefusals] = useState<readonly string[]>([]);

  /** Takes a text for what it holds. Returns why it is not taken. */
  const take = (name: string, text: string, said: readonly string[]) => {
    const taken = takeFile(catalog, store.get().reading, name, text);
    if ('refusal' in taken) return `${name}: ${taken.refusal}`;
    const file = { ...taken, remarks: [...said, ...taken.remarks] };
    const isOther = (one: TakenFile) => one.name !== name || one.role !== taken.role;
    store.update({ chartFiles: [...(store.get().chartFiles ?? []).filter(isOther), file] });
    announce(`${name} was read: ${ROLES[taken.role].word}.`);
    return [];
  };
  const takeFiles = async (chosen: readonly File[]) => {
    setBusy(chosen.map(({ name }) => name).join(', '));
    await new Promise((resolve) => setTimeout(resolve, 50)); // that is painted first: a large render takes half a second
    const faults = chosen.map(async (file) => {
      const read = textOfFile(new Uint8Array(await file.arrayBuffer()), MOST_CHARACTERS);
      return 'fault' in read
        ? `${file.name}: ${read.fault.message}`
        : take(file.name, read.text, read.remarks);
    });
    setRefusals((await Promise.all(faults)).flat());
    setBusy('');
  };

  const takeText = (text: string) => void takeFiles([new File([text], 'pasted text')]);

  return (
    <>
      <FileDrop className={files.length === 0 ? 'drop' : 'drop again'} onFiles={takeFiles}>
        <Icon name="open" />
        <div>
          <p>
            <b>Drop files of your chart here</b>, paste one, or{' '}
            <FileChoice
              label="choose files"
              className="file-link"
              multiple
              accept=".yaml,.yml,.json,.txt"
              onFiles={takeFiles}
            />
          </p>
          <p>
            <code>values.yaml</code> shows what your chart lists, a render what arrives.
          </p>
          <textarea
            className="paste"
            aria-label="Paste values or manifests"
            placeholder="Paste values or manifests here"
            rows={1}
            spellCheck={false}
            onPaste={(event) => {
              event.preventDefault(); // a large text is not laid out
              takeText(event.clipboardData.getData('text/plain'));
            }}
            onBlur={({ target }) => {
              if (target.value.trim() !== '') takeText(target.value);
              target.value = '';
            }}
          />
          <p className="help" aria-live="polite">
            {busy === ''
              ? 'They are read in this page and sent nowhere. Nothing of a Secret is kept.'
              : `Reading ${busy}…`}
          </p>
        </div>
      </FileDrop>
      {refusals.map((refusal) => (
        <p className="error" role="alert" key={refusal}>
          {refusal}
        </p>
      ))}
      {files.length > 0 && (
        <ul className="given">
          {files.map((file) => (
            <GivenFile file={file} key={`${file.name} ${file.role}`} />
          ))}
        </ul>
      )}
    </>
  );
}

/** One file: what it was taken for, which can be changed, and how it was read. */
function GivenFile({ file }: { readonly file: TakenFile }) {
  const { store } = useWizard();
  const files = useWizardState(({ chartFiles }) => chartFiles) ?? [];
  const { name, role, render } = file;
  /** Takes another role, or nothing to remove it. */
  const change = (to: readonly TakenFile[]) =>
    store.update({ chartFiles: files.flatMap((one) => (one === file ? to : one)) });
  const choices = ROLE_NAMES.filter((one) => ROLES[one].holds === ROLES[role].holds);
  return (
    <li>
      <code translate="no">{name}</code>{' '}
      {render && <span className="quiet">{plural(render.objects.length, 'object')}, </span>}
      <select
        aria-label={`What ${name} is`}
        value={role}
        onChange={({ target }) => {
          const to = choices.find((one) => one === target.value);
          if (to) change([{ ...file, role: to }]);
        }}
      >
        {choices.map((one) => (
          <option value={one} key={one}>
            {ROLES[one].word}
          </option>
        ))}
      </select>{' '}
      <Button className="link" onClick={() => change([])}>
        Remove<span className="sr-only"> {name}</span>
      </Button>
      {[...remarksBeside(file, files), ...file.remarks].map((remark) => (
        <p className="help" key={remark}>
          {remark}
        </p>
      ))}
    </li>
  );
}
