'use client';

import { useState } from 'react';
import type { Source } from '@/components/dialogs/yaml-source';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { useLazy } from '@/components/ui/use-lazy';

const load = () => import('@/components/dialogs/dialogs');

/** The dialog that was asked for. */
export function OpenTool() {
  const { store } = useWizard();
  const dialogs = useLazy(load);
  const tool = useWizardState((state) => state.tool);
  const [opened, setOpened] = useState<Source | null>(null);
  if (!dialogs || tool === null) return null;
  const close = () => store.move({ tool: null });
  switch (tool) {
    case 'open':
      return <dialogs.OpenDialog onClose={close} onOpened={setOpened} />;
    case 'check':
      return <dialogs.CheckDialog onClose={close} />;
    case 'compare':
      return <dialogs.CompareDialog opened={opened} onClose={close} />;
  }
}
