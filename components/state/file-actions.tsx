import type { ReactNode } from 'react';
import { announce, copyText, save } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { OVERLAY_FILE } from '@/lib/domain/helm-command';
import { plural } from '@/lib/domain/plural';
import { bundleOutput } from '@/lib/outputs/bundle/bundle';
import { makeFile, type Output } from '@/lib/outputs/output';
import { outputs } from '@/lib/outputs/registry';
import { textOf } from '@/lib/overlay/overlay';
import type { Reading } from '@/lib/reading/reading';
import { useWizard } from './wizard-context';

/** Download, copy YAML, copy link: what buttons and shortcuts do. */
export function useFileActions() {
  const { store, goToProblems } = useWizard();

  /** Makes something of the reading, or shows what is wrong with it. */
  const ifSound = (make: (reading: Reading) => unknown) => () => {
    const { reading } = store.get();
    const { length } = reading.faults;
    if (length === 0) return void make(reading);
    announce(`No file was made: ${plural(length, 'problem')} to fix.`);
    goToProblems();
  };

  return {
    ifSound,
    download: ifSound(({ lines }) => save(textOf(lines), OVERLAY_FILE, 'application/yaml')),
    copyYaml: ifSound(({ lines }) => copyText(textOf(lines), 'The YAML was copied.')),
    async copyLink() {
      const { link, userFiles } = store.get().reading;
      const url = `${location.origin}${location.pathname}${link && `#${link}`}`;
      const carried = userFiles.carried?.length ?? 0;
      const without = [
        carried > 0 && `the ${plural(carried, 'key')} carried over from your file`,
        userFiles.evidence?.length && 'what your render showed',
      ].filter(Boolean);
      const but = without.length > 0 ? `, but not ${without.join(' nor ')}` : '';
      await copyText(
        url,
        `The link was copied. It holds every answer${but}. Where a login loses what stands after #, take the one under Use it.`,
      );
    },
  };
}

interface FileButtonProps {
  readonly output: Output;
  readonly className?: string | undefined;
  /** Its label, where that is not `Download` and the file's name. */
  readonly children?: ReactNode;
}

/** Downloads the file of an output, or shows what is wrong with the answers. */
export function FileButton({ output: { file }, className, children }: FileButtonProps) {
  const { catalog } = useWizard();
  const { ifSound } = useFileActions();
  if (!file) return null;
  const download = ifSound(async (reading) => {
    try {
      save(await makeFile(file, { catalog, reading, outputs }), file.name, file.contentType);
    } catch {
      // What makes it was to come while the page was idle.
      announce(`${file.name} could not be made: the network may be gone. Try again.`);
    }
  });
  return (
    <Button className={className} onClick={download}>
      {children ?? `Download ${file.name}`}
    </Button>
  );
}

/** Downloads the file and all that goes with it in one archive. */
export const BundleButton = ({ className }: Pick<FileButtonProps, 'className'>) => (
  <FileButton output={bundleOutput} className={className}>
    <Icon name="download" />
    <span>Download everything (.zip)</span>
  </FileButton>
);
