import { useState } from 'react';
import { useWizard } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { CodeSnippet } from '@/components/ui/code-snippet';
import { save } from '@/components/ui/save';
import { helmCommand } from '@/lib/domain/helm-command';
import { probeOverlay } from '@/lib/proof/probe';
import type { Reading } from '@/lib/reading/reading';

const RENDER = helmCommand('template', []).replace(
  '-f ',
  '--api-versions keda.sh/v1alpha1 --api-versions monitoring.coreos.com/v1 -f ',
);

const SHELLS = {
  bash: `render() { ${RENDER} "$@"; }
render > before.yaml
render -f values-large.yaml > after.yaml
render -f values-large.yaml -f probe.yaml > traced.yaml`,
  // `>` of Windows PowerShell would write UTF-16.
  PowerShell: `function render { ${RENDER} @args }
render | Out-File -Encoding utf8 before.yaml
render -f values-large.yaml | Out-File -Encoding utf8 after.yaml
render -f values-large.yaml -f probe.yaml | Out-File -Encoding utf8 traced.yaml`,
} as const;
type Shell = keyof typeof SHELLS;
const NAMES: readonly Shell[] = ['bash', 'PowerShell'];

/** How to make the three renders. */
export function ChartCommands({ reading }: { readonly reading: Reading }) {
  const { catalog } = useWizard();
  const [shell, setShell] = useState<Shell>('bash');
  return (
    <div className="chart-commands">
      <h3>
        Three renders. Nothing is applied
        <span>
          {NAMES.map((name) => (
            <Button
              className="mini"
              aria-pressed={name === shell}
              onClick={() => setShell(name)}
              key={name}
            >
              {name}
            </Button>
          ))}
        </span>
      </h3>
      <CodeSnippet text={SHELLS[shell]} what={`the commands for ${shell}`} key={shell} />
      <p className="help">
        <Button
          className="link"
          onClick={() => save(probeOverlay(catalog, reading), 'probe.yaml', 'application/yaml')}
        >
          Download probe.yaml
        </Button>{' '}
        of these very answers for the third: no two numbers in it are the same, so where one turns
        up, its key arrives. The render <code>after.yaml</code> alone works too, and so does what{' '}
        <code>helm get manifest</code> or <code>kubectl get -o yaml</code> print.
      </p>
    </div>
  );
}
