import { useState } from 'react';
import { useFileActions } from '@/components/state/file-actions';
import { PanelBoundary } from '@/components/state/panel-boundary';
import { useWizardState } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Mark } from '@/components/ui/mark';
import { Tick } from '@/components/ui/tick';
import { OVERLAY_FILE } from '@/lib/domain/helm-command';
import { plural } from '@/lib/domain/plural';
import { Preview } from './preview';

/** The file, always current, with what can be done with it. */
export function FilePane() {
  const { download, copyYaml, copyLink } = useFileActions();
  const [isOnlyChanges, setOnlyChanges] = useState(false);
  const isSound = useWizardState(({ reading }) => reading.faults.length === 0);
  return (
    <>
      <header className="file-bar">
        <div className="file-name">
          <h2>{OVERLAY_FILE}</h2>
          <FileState />
        </div>
        <Tick isOn={isOnlyChanges} onChange={setOnlyChanges}>
          Only changes
        </Tick>
        <Button title="Alt Y" aria-keyshortcuts="Alt+Y" onClick={copyYaml}>
          Copy YAML
        </Button>
        <Button title="Alt L" aria-keyshortcuts="Alt+L" onClick={copyLink}>
          Copy link
        </Button>
        <Button
          className={isSound ? 'button primary' : 'button'}
          title="Ctrl S"
          aria-keyshortcuts="Control+S"
          onClick={download}
        >
          <Icon name="download" />
          Download {OVERLAY_FILE}
          <span className="shortcut" aria-hidden="true">
            Ctrl S
          </span>
        </Button>
      </header>
      <div className="file-body">
        <PanelBoundary name="The preview">
          <Preview isOnlyChanges={isOnlyChanges} />
        </PanelBoundary>
      </div>
    </>
  );
}

/** How long the file is, what differs in it, and whether it can be used. */
function FileState() {
  const lines = useWizardState(({ reading }) => reading.lines.length);
  const changed = useWizardState(
    ({ documentedDiff }) => documentedDiff.filter(({ kind }) => kind !== 'same').length,
  );
  const problems = useWizardState(({ reading }) => reading.faults.length);
  if (problems > 0)
    return <Mark icon="problem" text={`${plural(problems, 'problem')}: no file yet`} />;
  return (
    <p className="file-state">
      <span>{`${plural(lines, 'line')}, `}</span>
      {changed === 0 ? (
        <span>as documented</span>
      ) : (
        <b className="changed">{plural(changed, 'difference')}</b>
      )}
    </p>
  );
}
