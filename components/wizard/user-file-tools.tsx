'use client';

import { useState } from 'react';
import type { Source } from '@/components/chart/yaml-source';
import { Icon, type IconName } from '@/components/ui/icon';
import { useLazy } from '@/components/ui/use-lazy';

const loadDialogs = () => import('@/components/chart/dialogs');

const TOOLS = [
  { id: 'open', title: 'Open an existing file', icon: 'open' },
  { id: 'check', title: 'Check against your chart', icon: 'check' },
  { id: 'compare', title: 'Compare', icon: 'compare' },
] as const satisfies readonly { id: string; title: string; icon: IconName }[];

/** What can be done with the operator's own files. Nothing of them leaves the page. */
export function UserFileTools() {
  const dialogs = useLazy(loadDialogs);
  const [tool, setTool] = useState<(typeof TOOLS)[number]['id'] | null>(null);
  const [opened, setOpened] = useState<Source | null>(null);
  const close = () => setTool(null);
  return (
    <>
      {TOOLS.map(({ id, title, icon }) => (
        <button
          type="button"
          className="ghost"
          aria-haspopup="dialog"
          key={id}
          onClick={() => setTool(id)}
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
