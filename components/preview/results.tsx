'use client';

import { FilePane } from '@/components/file/file-pane';
import { LimitsList } from '@/components/limits/limits-list';
import { PanelBoundary } from '@/components/state/panel-boundary';

/** The right side: the file, and all else that follows from the answers. */
export function Results() {
  return (
    <div className="results">
      <FilePane />
      <PanelBoundary name="Honest limits">
        <LimitsList />
      </PanelBoundary>
    </div>
  );
}
