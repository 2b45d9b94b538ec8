'use client';

import { useState } from 'react';
import { CheckDialog } from './check-dialog';
import { OpenDialog } from './open-dialog';

type Tool = 'open' | 'check';

/** What can be done with the operator's own files. Nothing of them leaves the page. */
export function OwnFiles() {
  const [tool, setTool] = useState<Tool | null>(null);
  const close = () => setTool(null);
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => setTool('open')}>
        Open an existing file
      </button>
      <button type="button" aria-haspopup="dialog" onClick={() => setTool('check')}>
        Check against your chart
      </button>
      {tool === 'open' && <OpenDialog onClose={close} />}
      {tool === 'check' && <CheckDialog onClose={close} />}
    </>
  );
}
