'use client';

import { useFileActions } from '@/components/state/use-file-actions';
import { useWizard } from '@/components/state/wizard-context';
import { announce } from '@/components/ui/announce';
import { Icon } from '@/components/ui/icon';
import { save } from '@/components/ui/save';
import { bundle } from '@/lib/outputs/bundle/bundle';
import { outputs } from '@/lib/outputs/registry';

const BUNDLE = 'bundle.zip';

/** The file and all that goes with it, in one archive. */
export function BundleButton() {
  const { catalog } = useWizard();
  const { soundReading } = useFileActions();
  return (
    <div className="bundle">
      <button
        type="button"
        className="button"
        onClick={async () => {
          const reading = soundReading();
          if (!reading) return;
          save(await bundle({ catalog, reading, outputs }), BUNDLE, 'application/zip');
          announce(`${BUNDLE} was downloaded.`);
        }}
      >
        <Icon name="download" />
        Download everything (.zip)
      </button>
      <p className="help">
        The overlay, its report and schema, PREFLIGHT.md, a k6 script sized to these answers, the
        picture, and a README with the commands. The same answers always give the same bytes.
      </p>
    </div>
  );
}
