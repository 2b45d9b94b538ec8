import { useState } from 'react';
import { useWizard } from '@/components/state/wizard-context';
import { announce } from '@/components/ui/announce';
import { FileChoice } from '@/components/ui/file-choice';
import { Icon } from '@/components/ui/icon';
import type { ProofSession } from './proof-session';
import { readRender } from './read-render';

interface Props {
  readonly session: ProofSession;
  readonly isFirst: boolean;
}

/** Takes manifests: chosen, dropped or pasted, several at once. They are read here and sent nowhere. */
export function RenderSource({ session, isFirst }: Props) {
  const { catalog, store } = useWizard();
  const [busy, setBusy] = useState('');

  const take = async (name: string, text: string) => {
    setBusy(name);
    const { role, render } = await readRender(catalog, store.get().reading, name, text);
    session.take(role, { name, render });
    setBusy('');
    announce(`${name} was read: ${ROLE_WORDS[role]}.`);
  };
  const takeFiles = async (files: Iterable<File>) => {
    for (const file of files) await take(file.name, await file.text());
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on, beside a button that does the same
    <div
      className={isFirst ? 'drop' : 'drop again'}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void takeFiles([...event.dataTransfer.files]);
      }}
    >
      <Icon name="open" />
      <div>
        <p>
          <b>
            {isFirst ? (
              <>
                Drop the manifests that <code>helm template</code> made
              </>
            ) : (
              'Drop another'
            )}
          </b>
          , paste them, or{' '}
          <FileChoice
            label="choose files"
            className="file-link"
            multiple
            accept=".yaml,.yml,.json,.txt"
            onFiles={takeFiles}
          />
          .{' '}
          {isFirst &&
            'Each answer then shows its state: reached, differs, or nowhere. They are read in this page and sent nowhere; Secrets are dropped first.'}
        </p>
        <textarea
          className="paste"
          aria-label="Paste manifests"
          placeholder="Paste manifests here"
          rows={1}
          spellCheck={false}
          value=""
          onChange={() => {}}
          onPaste={(event) => {
            event.preventDefault();
            void take('pasted text', event.clipboardData.getData('text/plain'));
          }}
        />
        {busy !== '' && <p className="help" key={busy}>{`Reading ${busy}…`}</p>}
      </div>
    </div>
  );
}

/** What a render was made with, in words. */
export const ROLE_WORDS = {
  before: 'without the overlay',
  after: 'with the overlay',
  traced: 'with the overlay and the probe',
} as const;
