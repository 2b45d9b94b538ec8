'use client';

import { startTransition, useState } from 'react';
import { useWizard } from '@/components/state/wizard-context';
import { announce } from '@/components/ui/announce';
import { plural } from '@/lib/domain/plural';
import type { UserFiles } from '@/lib/domain/user-files';
import { type OpenedFile, openFile } from '@/lib/files/open-file';
import { OpenedLists } from './opened-lists';
import { SheetDialog } from './sheet-dialog';
import { NOTHING, type Source, YamlSource } from './yaml-source';

interface Props {
  readonly onClose: () => void;
  /** Once a file has taken the place of the answers, to compare with later. */
  readonly onOpened: (opened: Source) => void;
}

/** Reads a values file and says what becomes of each line of it before anything is replaced. */
export function OpenDialog({ onClose, onOpened }: Props) {
  const { catalog, store, replace } = useWizard();
  const [source, setSource] = useState<Source>(NOTHING);
  const [file, setFile] = useState<OpenedFile | null>(null);

  const read = (given: Source) => {
    setSource(given);
    if (given.fault) return;
    const opened = openFile(catalog, given.text);
    if ('fault' in opened) setSource({ ...given, fault: opened.fault });
    else startTransition(() => setFile(opened));
  };

  const take = ({ raw, map, carriedKeys, understood, conflicts }: OpenedFile) => {
    const { chart } = store.get().reading.userFiles;
    const userFiles: UserFiles = {
      ...(chart && { chart }),
      ...(map && { map }),
      ...(carriedKeys.length > 0 && { carried: carriedKeys }),
    };
    replace(raw, 'opened file', userFiles);
    onOpened(source);
    onClose();
    store.move({ isTried: true }); // every error shows
    announce(
      `File opened: ${plural(understood.length, 'value')} understood, ${carriedKeys.length} carried over, ${conflicts.length} in conflict.`,
    );
  };

  return (
    <SheetDialog
      title="Open an existing file"
      onClose={onClose}
      actions={
        file ? (
          <>
            <button type="button" className="button primary" onClick={() => take(file)}>
              Replace my answers
            </button>
            <button type="button" className="button" onClick={() => setFile(null)}>
              Choose another file
            </button>
          </>
        ) : (
          <button type="button" className="button primary" onClick={() => read(source)}>
            Read it
          </button>
        )
      }
    >
      {file ? (
        <OpenedLists file={file} name={source.name} />
      ) : (
        <YamlSource
          source={source}
          label="A values-large.yaml, ours or your own"
          hint="Read as Helm reads it: on and off are switches, merge keys and anchors count. Comments are not taken over."
          onChange={(given) => (given.name === '' ? setSource(given) : read(given))}
        />
      )}
    </SheetDialog>
  );
}
