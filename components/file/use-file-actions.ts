'use client';

import { announce } from '@/components/frame/announce';
import { goToProblems } from '@/components/review/problems';
import { useWizard } from '@/components/state/wizard-context';
import { textOf } from '@/lib/overlay/overlay';
import { copyText } from './copy-text';

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
      save(text);
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

function save(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
  const anchor = Object.assign(document.createElement('a'), { href: url, download: FILE_NAME });
  anchor.click();
  // The browser has taken the bytes by the time the click returns to the event loop.
  setTimeout(() => URL.revokeObjectURL(url));
}
