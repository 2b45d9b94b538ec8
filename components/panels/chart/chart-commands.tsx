import { useReading, useWizard } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { CodeSnippet } from '@/components/ui/code-snippet';
import { save } from '@/components/ui/save';
import { helmCommand } from '@/lib/domain/helm-command';
import { probeOverlay } from '@/lib/proof/probe';

const RENDER = helmCommand('template', []).replace(
  '-f ',
  '--api-versions keda.sh/v1alpha1 --api-versions monitoring.coreos.com/v1 -f ',
);

const IN_BASH = `render() { ${RENDER} "$@"; }
render > before.yaml
render -f values-large.yaml > after.yaml
render -f values-large.yaml -f probe.yaml > traced.yaml`;

// `>` of Windows PowerShell would write UTF-16.
const IN_POWERSHELL = `function render { ${RENDER} @args }
render | Out-File -Encoding utf8 before.yaml
render -f values-large.yaml | Out-File -Encoding utf8 after.yaml
render -f values-large.yaml -f probe.yaml | Out-File -Encoding utf8 traced.yaml`;

/** How to make the three renders. */
export function ChartCommands() {
  const { catalog } = useWizard();
  const reading = useReading();
  return (
    <>
      <h3>Three renders. Nothing is applied</h3>
      <CodeSnippet text={IN_BASH} what="the commands for bash" />
      <details className="method">
        <summary>In PowerShell</summary>
        <CodeSnippet text={IN_POWERSHELL} what="the commands for PowerShell" />
      </details>
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
    </>
  );
}
