import { startTransition, useMemo, useState } from 'react';
import { useWizard } from '@/components/state/wizard-context';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import type { RawAnswers } from '@/lib/domain/answer';
import { plural } from '@/lib/domain/plural';
import { type OpenedFile, openFile } from '@/lib/files/open-file';
import { OpenedLists } from './opened-lists';
import { SheetDialog } from './sheet-dialog';
import { type Source, YamlSource } from './yaml-source';

interface Props {
  readonly onClose: () => void;
  /** Once a file has taken the place of the answers, to compare with later. */
  readonly onOpened: (opened: Source) => void;
}

/** Reads a values file and says what becomes of each line of it before anything is replaced. */
export function OpenDialog({ onClose, onOpened }: Props) {
  const { catalog, store, replace, goToProblems } = useWizard();
  /** What was given, and which of several places in it is read. */
  const [source, setSource] = useState<Source>({ text: '', name: '' });
  const [file, setFile] = useState<OpenedFile | null>(null);
  /** Secrets that the person wants in the new file all the same, by their paths. */
  const [carrySecrets, setCarrySecrets] = useState<ReadonlySet<string>>(new Set());
  const chosen = useMemo(() => {
    if (!file || carrySecrets.size === 0) return file;
    const opened = openFile(catalog, source.text, { ...source, carrySecrets });
    return 'fault' in opened ? file : opened;
  }, [catalog, source, file, carrySecrets]);

  const read = (given: Source) => {
    setSource(given);
    if (given.fault) return;
    const opened = openFile(catalog, given.text, given);
    if ('fault' in opened) setSource({ ...given, fault: opened.fault });
    else startTransition(() => setFile(opened));
    setCarrySecrets(new Set());
  };

  const take = ({ understood, carried, conflicts, userFiles }: OpenedFile, raw: RawAnswers) => {
    const { chart } = store.get().reading.userFiles;
    const files = { ...(chart && { chart }), ...userFiles };
    replace(raw, 'opened file', files, {
      step: 'review',
      visited: new Set([...store.get().visited, 'review' as const]),
      openedFrom: source.name || 'a file',
    });
    onOpened(source);
    onClose();
    if (store.get().reading.faults.length > 0) goToProblems();
    announce(
      `File opened: ${plural(understood.length, 'value')} understood, ${carried.length} carried over, ${conflicts.length} in conflict.`,
    );
  };

  return (
    <SheetDialog
      title="Open an existing file"
      onClose={onClose}
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
          file={chosen}
          name={source.name}
          said={source.remarks ?? []}
          leftOut={file.leftOut}
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
          onChange={(given) => (given.name === '' ? setSource(given) : read(given))}
          onChoose={(chosen) => {
            const { fault: _, ...rest } = source;
            read({ ...rest, chosen });
          }}
        />
      )}
    </SheetDialog>
  );
}
