'use client';

import { announce } from '@/components/frame/announce';
import { goToProblems } from '@/components/review/problems';
import { useWizard } from '@/components/state/wizard-context';
import { count } from '@/components/state/wizard-state';
import { textOf } from '@/lib/overlay/overlay';
import type { Reading } from '@/lib/reading/reading';
import { copyText } from './copy-text';
import { save } from './save';

export const FILE_NAME = 'values-large.yaml';

/** Download, copy YAML, copy link: what buttons and shortcuts do. */
export function useFileActions() {
  const { store, form } = useWizard();

  /** The reading to make a file of, or nothing and the error summary while there is a problem. */
  const soundReading = async (): Promise<Reading | undefined> => {
    const { reading } = store.get();
    if (reading.faults.length === 0) return reading;
    await form.handleSubmit(() => {})(); // from now on every error shows
    goToProblems();
    return undefined;
  };

  return {
    soundReading,
    async download() {
      const reading = await soundReading();
      if (!reading) return;
      save(textOf(reading.lines), FILE_NAME, 'application/yaml');
      announce(`${FILE_NAME} was downloaded.`);
    },
    async copyYaml() {
      const reading = await soundReading();
      if (reading) announce(await copyText(textOf(reading.lines), 'The YAML was copied.'));
    },
    async copyLink() {
      const { link, userFiles } = store.get().reading;
      const url = `${location.origin}${location.pathname}${link && `#${link}`}`;
      const carried = userFiles.carried?.length ?? 0;
      const but =
        carried > 0 ? `, but not the ${count(carried, 'key')} carried over from your file` : '';
      announce(await copyText(url, `The link was copied. It holds every answer${but}.`));
    },
  };
}
