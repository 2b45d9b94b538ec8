'use client';

import { useState } from 'react';
import { useWizard } from '@/components/state/wizard-context';
import { announce } from '@/components/ui/announce';
import { save } from '@/components/ui/save';
import { probeOverlay } from '@/lib/proof/probe-overlay';
import type { Reading } from '@/lib/reading/reading';
import { CodeSnippet } from '../code-snippet';

const RENDER =
  'helm template kaireon ./helm -n kaireon --api-versions keda.sh/v1alpha1 --api-versions monitoring.coreos.com/v1 -f helm/values.yaml';

/** The same three lines; in PowerShell `>` would write UTF-16. */
const SHELLS = {
  bash: [
    `${RENDER} > before.yaml`,
    `${RENDER} -f helm/values-large.yaml > after.yaml`,
    `${RENDER} -f helm/values-large.yaml -f probe.yaml > traced.yaml`,
  ],
  PowerShell: [
    `${RENDER} | Out-File -Encoding utf8 before.yaml`,
    `${RENDER} -f helm/values-large.yaml | Out-File -Encoding utf8 after.yaml`,
    `${RENDER} -f helm/values-large.yaml -f probe.yaml | Out-File -Encoding utf8 traced.yaml`,
  ],
} as const;
type Shell = keyof typeof SHELLS;
const NAMES: readonly Shell[] = ['bash', 'PowerShell'];

/** How to make the three renders. */
export function ProofCommands({ reading }: { readonly reading: Reading }) {
  const { catalog } = useWizard();
  const [shell, setShell] = useState<Shell>('bash');
  return (
    <div className="proof-commands">
      <h3>
        Three renders, nothing is applied
        <span className="shells">
          {NAMES.map((name) => (
            <button
              type="button"
              className="mini"
              aria-pressed={name === shell}
              onClick={() => setShell(name)}
              key={name}
            >
              {name}
            </button>
          ))}
        </span>
      </h3>
      {SHELLS[shell].map((line, index) => (
        <CodeSnippet
          text={line}
          what={`the command for ${ROLE_FILES[index]}`}
          isOneLine
          key={line}
        />
      ))}
      <p className="help">
        <button
          type="button"
          className="link"
          onClick={() => {
            save(probeOverlay(catalog, reading), 'probe.yaml', 'application/yaml');
            announce('probe.yaml was downloaded.');
          }}
        >
          Download probe.yaml
        </button>{' '}
        of these very answers for the third: every number in it is a value of its own, so where one
        turns up, its key arrives. After.yaml alone works too, and so does what helm get manifest or
        kubectl get -o yaml print.
      </p>
    </div>
  );
}

const ROLE_FILES = ['before.yaml', 'after.yaml', 'traced.yaml'];
