'use client';

import { useState } from 'react';
import { CheckDialog } from './check-dialog';
import { CompareDialog } from './compare-dialog';
import { OpenDialog } from './open-dialog';
import type { Source } from './yaml-source';

type Tool = 'open' | 'check' | 'compare';

/** What can be done with the operator's own files. Nothing of them leaves the page. */
export function OwnFiles() {
  const [tool, setTool] = useState<Tool | null>(null);
  const [opened, setOpened] = useState<Source | null>(null);
  const close = () => setTool(null);
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => setTool('open')}>
        Open an existing file
      </button>
      <button type="button" aria-haspopup="dialog" onClick={() => setTool('check')}>
        Check against your chart
      </button>
      <button type="button" aria-haspopup="dialog" onClick={() => setTool('compare')}>
        Compare
      </button>
      {tool === 'open' && <OpenDialog onClose={close} onOpened={setOpened} />}
      {tool === 'check' && <CheckDialog onClose={close} />}
      {tool === 'compare' && <CompareDialog opened={opened} onClose={close} />}
    </>
  );
}
