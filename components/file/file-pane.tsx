'use client';

import { useState } from 'react';
import { PanelBoundary } from '@/components/state/panel-boundary';
import { goToNextProblem } from '@/components/state/problems';
import { FILE_NAME, useFileActions } from '@/components/state/use-file-actions';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { count } from '@/components/ui/count';
import { Shortcut } from '@/components/ui/shortcut';
import { completeAnswers } from '@/lib/domain/evaluate';
import type { Line } from '@/lib/overlay/print';
import { readAnswers } from '@/lib/reading/reading';
import { Preview } from './preview';

/** The file, always current, with what can be done with it. */
export function FilePane() {
  const { catalog } = useWizard();
  const [defaults, setDefaults] = useState<readonly Line[] | null>(null);
  const { download, copyYaml, copyLink } = useFileActions();

  return (
    <aside className="file" aria-labelledby="file-title">
      <header className="file-head">
        <h2 id="file-title" tabIndex={-1}>
          {FILE_NAME}
        </h2>
        <FileState />
        <label className="only-changes">
          <input
            type="checkbox"
            checked={defaults !== null}
            onChange={({ target }) =>
              setDefaults(
                target.checked ? readAnswers(catalog, completeAnswers(catalog, {})).lines : null,
              )
            }
          />
          Only changes
        </label>
      </header>
      <PanelBoundary name="The preview">
        <Preview defaults={defaults} />
      </PanelBoundary>
      <footer className="file-actions">
        <button type="button" className="primary" onClick={download} aria-keyshortcuts="Control+S">
          Download {FILE_NAME}
          <Shortcut keys="Ctrl S" />
        </button>
        <button type="button" onClick={copyYaml} aria-keyshortcuts="Alt+Y">
          Copy YAML
          <Shortcut keys="Alt Y" />
        </button>
        <button type="button" onClick={copyLink} aria-keyshortcuts="Alt+L">
          Copy link
          <Shortcut keys="Alt L" />
        </button>
      </footer>
    </aside>
  );
}

/** How much there is, and whether it can be used. */
function FileState() {
  const lines = useWizardState((state) => state.lines.length);
  const problems = useWizardState(({ reading }) => reading.faults.length);
  const wizard = useWizard();
  const isChecked = useWizardState(({ reading }) => reading.userFiles.chart !== undefined);
  if (problems === 0) {
    return (
      <p className="tally">
        {count(lines, 'line')}
        {isChecked && ' · ✓ in your chart · ○ overlay only · ≠ other type · ? not in your chart'}
      </p>
    );
  }
  return (
    <button
      type="button"
      className="file-problem"
      aria-keyshortcuts="Alt+P"
      onClick={() => goToNextProblem(wizard)}
    >
      {count(problems, 'problem')}: no file until fixed
    </button>
  );
}
