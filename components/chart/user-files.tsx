'use client';

import { useState } from 'react';
import { useLazy } from '@/components/lazy/use-lazy';
import type { Source } from './yaml-source';

const TOOLS = {
  open: 'Open an existing file',
  check: 'Check against your chart',
  compare: 'Compare',
} as const;

/** What can be done with the operator's own files. Nothing of them leaves the page. */
export function UserFilesDialogs() {
  const late = useLazy();
  const [tool, setTool] = useState<keyof typeof TOOLS | null>(null);
  const [opened, setOpened] = useState<Source | null>(null);
  const close = () => setTool(null);
  return (
    <div className="own-files">
      {Object.entries(TOOLS).map(([name, label]) => (
        <button
          type="button"
          aria-haspopup="dialog"
          key={name}
          onClick={() => setTool(name as keyof typeof TOOLS)} // the names of the object above
        >
          {label}
        </button>
      ))}
      {late && tool === 'open' && <late.OpenDialog onClose={close} onOpened={setOpened} />}
      {late && tool === 'check' && <late.CheckDialog onClose={close} />}
      {late && tool === 'compare' && <late.CompareDialog opened={opened} onClose={close} />}
    </div>
  );
}
