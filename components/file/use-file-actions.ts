'use client';

import { announce } from '@/components/frame/announce';
import { goToProblems } from '@/components/review/problems';
import { useWizard } from '@/components/state/wizard-context';
import { textOf } from '@/lib/overlay/overlay';
import { copyText } from './copy-text';
import { save } from './save';

export const FILE_NAME = 'values-large.yaml';

/** Download, copy YAML, copy link: what buttons and shortcuts do. */
export function useFileActions() {
  const { store, form } = useWizard();

  /** The file, or nothing and the error summary while there is a problem. */
  const fileText = async (): Promise<string | undefined> => {
    const { reading } = store.get();
    if (reading.faults.length === 0) return textOf(reading.lines);
    await form.handleSubmit(() => {})(); // from now on every error shows
    goToProblems();
    return undefined;
  };

  return {
    async download() {
      const text = await fileText();
      if (text === undefined) return;
      save(text, FILE_NAME, 'application/yaml');
      announce(`${FILE_NAME} was downloaded.`);
    },
    async copyYaml() {
      const text = await fileText();
      if (text !== undefined) announce(await copyText(text, 'The YAML was copied.'));
    },
    async copyLink() {
      const { link } = store.get().reading;
      const url = `${location.origin}${location.pathname}${link && `#${link}`}`;
      announce(await copyText(url, 'The link was copied. It holds every answer.'));
    },
  };
}
