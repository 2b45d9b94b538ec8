import { FILE_NAME, useFileActions } from '@/components/state/file-actions';
import { useWizardState } from '@/components/state/wizard-context';
import { countProblems } from '@/components/state/wizard-store';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Shortcut } from '@/components/ui/shortcut';
import { Tick } from '@/components/ui/tick';
import { plural } from '@/lib/domain/plural';

interface Props {
  readonly isOnlyChanges: boolean;
  readonly onOnlyChanges: (isOnly: boolean) => void;
}

/** What the file is, and what can be done with it. */
export function Toolbar({ isOnlyChanges, onOnlyChanges }: Props) {
  const { download, copyYaml, copyLink } = useFileActions();
  const isSound = useWizardState(({ reading }) => reading.faults.length === 0);
  return (
    <header className="file-bar">
      <div className="file-name">
        <h2>{FILE_NAME}</h2>
        <FileState />
      </div>
      <Tick isOn={isOnlyChanges} onChange={onOnlyChanges}>
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
        Download {FILE_NAME}
        <Shortcut keys="Ctrl S" />
      </Button>
    </header>
  );
}

/** How long the file is, what differs in it, and whether it can be used. */
function FileState() {
  const lines = useWizardState(({ reading }) => reading.lines.length);
  const changed = useWizardState(
    ({ lineChanges }) => lineChanges.filter(({ kind }) => kind !== 'same').length,
  );
  const problems = useWizardState(countProblems);
  if (problems > 0) {
    const text = `${plural(problems, 'problem')}: no file yet`;
    return (
      <p className="file-state problem">
        <Icon name="problem" />
        <span key={text}>{text}</span>
      </p>
    );
  }
  return (
    <p className="file-state">
      <span key={lines}>{plural(lines, 'line')}, </span>
      {changed === 0 ? (
        <span>as documented</span>
      ) : (
        <b className="changed" key={changed}>
          {changed} changed
        </b>
      )}
    </p>
  );
}
