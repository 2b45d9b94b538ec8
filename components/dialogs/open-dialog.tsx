import { startTransition, useMemo, useState } from 'react';
import { useWizard } from '@/components/state/wizard-context';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
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
  const { catalog, store, replace, goToProblems } = useWizard();
  const [source, setSource] = useState<Source>(NOTHING);
  const [file, setFile] = useState<OpenedFile | null>(null);
  /** Secrets that the person wants in the new file all the same, by their paths. */
  const [carrySecrets, setCarrySecrets] = useState<ReadonlySet<string>>(new Set());
  const chosen = useMemo(() => {
    if (!file || carrySecrets.size === 0) return file;
    const opened = openFile(catalog, source.text, { carrySecrets });
    return 'fault' in opened ? file : opened;
  }, [catalog, source, file, carrySecrets]);

  const read = (given: Source) => {
    setSource(given);
    if (given.fault) return;
    const opened = openFile(catalog, given.text);
    if ('fault' in opened) setSource({ ...given, fault: opened.fault });
    else startTransition(() => setFile(opened));
    setCarrySecrets(new Set());
  };

  const take = ({ raw, map, carriedKeys, understood, conflicts }: OpenedFile) => {
    const { chart } = store.get().reading.userFiles;
    const userFiles: UserFiles = {
      ...(chart && { chart }),
      ...(map && { map }),
      ...(carriedKeys.length > 0 && { carried: carriedKeys }),
    };
    replace(raw, 'opened file', userFiles, {
      step: 'review',
      visited: new Set([...store.get().visited, 'review' as const]),
      openedFrom: source.name || 'a file',
    });
    onOpened(source);
    onClose();
    if (store.get().reading.faults.length > 0) goToProblems();
    announce(
      `File opened: ${plural(understood.length, 'value')} understood, ${carriedKeys.length} carried over, ${conflicts.length} in conflict.`,
    );
  };

  return (
    <SheetDialog
      title="Open an existing file"
      onClose={onClose}
      actions={
        chosen ? (
          <>
            <Button className="button primary" onClick={() => take(chosen)}>
              Replace my answers
            </Button>
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
          file={chosen}
          name={source.name}
          conflicts={file.conflicts}
          carriedSecrets={carrySecrets}
          onCarry={(path, isCarried) =>
            setCarrySecrets(
              (now) => new Set(isCarried ? [...now, path] : [...now].filter((one) => one !== path)),
            )
          }
        />
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
