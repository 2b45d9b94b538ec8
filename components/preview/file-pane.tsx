import { useState } from 'react';
import { PanelBoundary } from '@/components/state/panel-boundary';
import { useWizardState } from '@/components/state/wizard-context';
import { countProblems } from '@/components/state/wizard-store';
import { Icon } from '@/components/ui/icon';
import { wordFor } from '@/lib/domain/plural';
import { Preview } from './preview';
import { Toolbar } from './toolbar';

/** The file, always current, with what can be done with it. */
export function FilePane() {
  const [isOnlyChanges, setOnlyChanges] = useState(false);
  return (
    <>
      <Toolbar isOnlyChanges={isOnlyChanges} onOnlyChanges={setOnlyChanges} />
      <div className="file-body">
        <Halt />
        <PanelBoundary name="The preview">
          <Preview isOnlyChanges={isOnlyChanges} />
        </PanelBoundary>
      </div>
    </>
  );
}

/** Why there is no file, while there is none. */
function Halt() {
  const problems = useWizardState(countProblems);
  if (problems === 0) return null;
  return (
    <p className="halt">
      <Icon name="problem" />
      <b key={problems}>
        No file until {wordFor(problems, 'the problem is', 'the problems are')} fixed.
      </b>
      <span>Below: your answers as they stand.</span>
    </p>
  );
}
