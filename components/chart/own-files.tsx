'use client';

import { useState } from 'react';
import { OpenDialog } from './open-dialog';

type Tool = 'open';

/** What can be done with the operator's own files. Nothing of them leaves the page. */
export function OwnFiles() {
  const [tool, setTool] = useState<Tool | null>(null);
  const close = () => setTool(null);
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => setTool('open')}>
        Open an existing file
      </button>
      {tool === 'open' && <OpenDialog onClose={close} />}
    </>
  );
}
