'use client';

import { memo } from 'react';
import { catalog as kaireon } from '@/lib/catalog/catalog';
import type { Catalog } from '@/lib/domain/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { CapacityTable } from './capacity/capacity-table';
import { UserFilesDialogs } from './chart/user-files';
import { FilePane } from './file/file-pane';
import { PanelBoundary } from './frame/panel-boundary';
import { SectionIndex } from './frame/section-index';
import { openFile } from './frame/sheet';
import { Shortcuts } from './frame/shortcuts';
import { ThemeSwitch } from './frame/theme-switch';
import { LazyPanel } from './lazy/lazy-panel';
import { useLazy } from './lazy/use-lazy';
import { LimitsList } from './limits/limits-list';
import { Presets } from './questions/presets';
import { QuestionSection } from './questions/question-section';
import { ErrorSummary } from './review/error-summary';
import { LinkNotices } from './review/link-notices';
import { ReviewSection } from './review/review-section';
import { useAnswers } from './state/use-answers';
import { useWizard, WizardContext } from './state/wizard-context';

/** The whole page: questions on the left, the file and its limits on the right. */
export function Wizard({ catalog = kaireon }: { readonly catalog?: Catalog }) {
  const { wizard, shown, notices, dismissNotices, undo, takeBack } = useAnswers(catalog);
  return (
    <WizardContext value={wizard}>
      <header className="top">
        <p className="brand">
          KaireonAI <span>values-large wizard</span>
        </p>
        {undo && (
          <button type="button" onClick={takeBack}>
            Undo {undo.what}
          </button>
        )}
        <button
          type="button"
          onClick={() => wizard.replace(completeAnswers(catalog, {}), 'reset', {})}
        >
          Reset answers
        </button>
        <ThemeSwitch />
      </header>
      <UserFilesDialogs />
      <PanelBoundary name="Sections">
        <SectionIndex />
      </PanelBoundary>
      <main className="questions">
        <div className="intro">
          <h1>Make the overlay for a large KaireonAI cluster</h1>
          <p>
            Answer what you know. The file follows every answer, and says beside each key what it
            does not do for you. Nothing leaves this page: the answers live in its address.
          </p>
        </div>
        <LinkNotices notices={notices} onDismiss={dismissNotices} />
        <Questions shown={shown} />
      </main>
      <FileAndLimits />
      <div className="phone-bar">
        <button type="button" id="view-file" onClick={openFile}>
          View the file
        </button>
      </div>
      <Shortcuts />
    </WizardContext>
  );
}

// Each by itself, so that neither a notice, an undo nor what is fetched late draws the others again.

/** @param shown another number asks for all of them to be drawn again */
const Questions = memo(function Questions(_: { readonly shown: number }) {
  const { catalog } = useWizard();
  return (
    <>
      <ErrorSummary />
      {catalog.steps.map((section) => (
        <QuestionSection
          section={section}
          key={section.id}
          before={section.id === 'scale' && <Presets />}
          after={section.id === 'cluster' && <Plan />}
        />
      ))}
      <ReviewSection />
    </>
  );
});

function Plan() {
  const late = useLazy();
  return (
    <>
      <PanelBoundary name="Capacity">
        <CapacityTable />
      </PanelBoundary>
      {late && <LazyPanel name="The plan" of={late.PlanPanel} />}
      {late && <LazyPanel name="The topology" of={late.TopologyPanel} />}
    </>
  );
}

const FileAndLimits = memo(function FileAndLimits() {
  return (
    <>
      <FilePane />
      <PanelBoundary name="Honest limits">
        <LimitsList />
      </PanelBoundary>
    </>
  );
});
