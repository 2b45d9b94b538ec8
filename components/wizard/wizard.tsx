'use client';

import { useEffect, useState } from 'react';
import { fetchTheRest } from '@/components/later/later';
import { ResultTabs } from '@/components/panels/result-tabs';
import { FilePane } from '@/components/preview/file-pane';
import { Questions } from '@/components/questions/questions';
import { useNewWizard } from '@/components/state/new-wizard';
import { PanelBoundary } from '@/components/state/panel-boundary';
import { useAddress } from '@/components/state/use-address';
import { useWizardState, WizardProvider } from '@/components/state/wizard-context';
import { whenIdle } from '@/components/ui/when-idle';
import { catalog as kaireon } from '@/lib/catalog/registry';
import type { Catalog } from '@/lib/domain/catalog';
import { Dialogs } from './dialogs';
import { Shortcuts } from './shortcuts';
import { TopBar } from './top-bar';
import { Views } from './views';

/** The whole page: questions on the left, results on the right. */
export function WizardPage({ catalog = kaireon }: { readonly catalog?: Catalog }) {
  const wizard = useNewWizard(catalog);
  // Until the address is opened nothing that is typed would be taken.
  const isAlive = useAddress(wizard);
  useEffect(refuseStrayDrops, []);
  const [hasAllParts, setAllParts] = useState(false);
  useEffect(() => whenIdle(() => void fetchTheRest().then(() => setAllParts(true))), []);
  return (
    <WizardProvider wizard={wizard}>
      {/* Nothing can be typed or pressed before it would be taken. */}
      <div className="page" inert={!isAlive} data-whole={hasAllParts || undefined}>
        <TopBar />
        <Panes />
        <Views />
      </div>
      <Dialogs />
      <Shortcuts />
    </WizardProvider>
  );
}

/** Questions on the left, the file and all else that follows on the right. Below 1024 px `data-view` says what is on screen. */
function Panes() {
  const view = useWizardState((state) => state.view);
  return (
    <main className="panes" data-view={view}>
      <Questions />
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
    </main>
  );
}

/** A file that is dropped beside the place for it is not opened by the browser in the place of this page. */
function refuseStrayDrops(): () => void {
  const refuse = (event: DragEvent) => {
    const { dataTransfer, defaultPrevented } = event;
    if (defaultPrevented || !dataTransfer?.types.includes('Files')) return; // someone takes it, or it is text
    event.preventDefault();
    dataTransfer.dropEffect = 'none';
  };
  addEventListener('dragover', refuse);
  addEventListener('drop', refuse);
  return () => {
    removeEventListener('dragover', refuse);
    removeEventListener('drop', refuse);
  };
}
