'use client';

import { useEffect } from 'react';
import { useFileActions } from '@/components/file/use-file-actions';
import { goToNextProblem } from '@/components/review/problems';
import { useWizard } from '@/components/state/wizard-context';

/** The shortcuts that the buttons print. By key position for Alt, which types other letters on a Mac. */
export function Shortcuts() {
  const { store } = useWizard();
  const { download, copyYaml, copyLink } = useFileActions();

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const control = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      const alt = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      const act =
        control && event.key.toLowerCase() === 's'
          ? download
          : alt && event.code === 'KeyY'
            ? copyYaml
            : alt && event.code === 'KeyL'
              ? copyLink
              : alt && event.code === 'KeyP'
                ? () => goToNextProblem(store.get().reading.faults)
                : undefined;
      if (!act) return;
      event.preventDefault();
      void act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
  return null;
}
