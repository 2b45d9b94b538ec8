import { ResultTabs } from '@/components/panels/result-tabs';
import { FilePane } from '@/components/preview/file-pane';
import { PanelBoundary } from '@/components/state/panel-boundary';
import { useWizardState } from '@/components/state/wizard-context';

/** The right side: the file, and beneath it all else that follows from the answers. */
export function Results() {
  const view = useWizardState((state) => state.view);
  return (
    <section className="results" aria-label="Results">
      {/* Below 1024 px the step, and its heading with it, is not there while these are. */}
      {view !== 'questions' && <h1 className="sr-only only-one-column">Results</h1>}
      <PanelBoundary name="The file">
        <FilePane />
      </PanelBoundary>
      <PanelBoundary name="The results">
        <ResultTabs />
      </PanelBoundary>
    </section>
  );
}
