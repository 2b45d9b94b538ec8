import { announce } from '@/components/ui/announce';
import { copyText } from '@/components/ui/copy-text';
import { save } from '@/components/ui/save';
import { plural } from '@/lib/domain/plural';
import { textOf } from '@/lib/overlay/overlay';
import type { Reading } from '@/lib/reading/reading';
import { goToProblems } from './problems';
import { useWizard } from './wizard-context';

export const FILE_NAME = 'values-large.yaml';

/** Download, copy YAML, copy link: what buttons and shortcuts do. */
export function useFileActions() {
  const wizard = useWizard();
  const { store } = wizard;

  /** The reading to make a file of, or nothing and the error summary while there is a problem. */
  const soundReading = (): Reading | undefined => {
    const { reading } = store.get();
    if (reading.faults.length === 0) return reading;
    goToProblems(wizard);
    return undefined;
  };

  return {
    soundReading,
    download() {
      const reading = soundReading();
      if (reading) save(textOf(reading.lines), FILE_NAME, 'application/yaml');
    },
    async copyYaml() {
      const reading = soundReading();
      if (reading) announce(await copyText(textOf(reading.lines), 'The YAML was copied.'));
    },
    async copyLink() {
      const { link, userFiles } = store.get().reading;
      const url = `${location.origin}${location.pathname}${link && `#${link}`}`;
      const carried = userFiles.carried?.length ?? 0;
      const without = [
        carried > 0 && `the ${plural(carried, 'key')} carried over from your file`,
        userFiles.evidence?.length && 'what your render showed',
      ].filter(Boolean);
      const but = without.length > 0 ? `, but not ${without.join(' nor ')}` : '';
      announce(await copyText(url, `The link was copied. It holds every answer${but}.`));
    },
  };
}
