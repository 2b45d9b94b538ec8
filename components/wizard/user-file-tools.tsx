'use client';

import { useState } from 'react';
import type { Source } from '@/components/dialogs/yaml-source';
import type { Tool } from '@/components/state/page-state';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { Icon, type IconName } from '@/components/ui/icon';
import { useLazy } from '@/components/ui/use-lazy';

const loadDialogs = () => import('@/components/dialogs/dialogs');

const TOOLS = [
  { id: 'open', title: 'Open an existing file', icon: 'open' },
  { id: 'check', title: 'Check against your chart', icon: 'check' },
  { id: 'compare', title: 'Compare', icon: 'compare' },
] as const satisfies readonly { id: Tool; title: string; icon: IconName }[];

/** What can be done with the operator's own files. Nothing of them leaves the page. */
export function UserFileTools() {
  const dialogs = useLazy(loadDialogs);
  const { store } = useWizard();
  const tool = useWizardState((state) => state.tool);
  const [opened, setOpened] = useState<Source | null>(null);
  const close = () => store.move({ tool: null });
  return (
    <>
      {TOOLS.map(({ id, title, icon }) => (
        <button
          type="button"
          className="ghost"
          aria-haspopup="dialog"
          key={id}
          onClick={() => store.move({ tool: id })}
        >
          <Icon name={icon} />
          <span>{title}</span>
        </button>
      ))}
      {dialogs && tool === 'open' && <dialogs.OpenDialog onClose={close} onOpened={setOpened} />}
      {dialogs && tool === 'check' && <dialogs.CheckDialog onClose={close} />}
      {dialogs && tool === 'compare' && <dialogs.CompareDialog opened={opened} onClose={close} />}
    </>
  );
}
