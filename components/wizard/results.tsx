'use client';

import { ResultTabs } from '@/components/panels/result-tabs';
import { FilePane } from '@/components/preview/file-pane';
import { PanelBoundary } from '@/components/state/panel-boundary';

/** The right side: the file, and beneath it all else that follows from the answers. */
export function Results() {
  return (
    <section className="results" aria-label="Results">
      <PanelBoundary name="The file">
        <FilePane />
      </PanelBoundary>
      <PanelBoundary name="The results">
        <ResultTabs />
      </PanelBoundary>
    </section>
  );
}
