'use client';

import { save } from '@/components/file/save';
import { useFileActions } from '@/components/file/use-file-actions';
import { announce } from '@/components/frame/announce';
import { useWizard } from '@/components/state/wizard-context';
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
        onClick={async () => {
          const reading = await soundReading();
          if (!reading) return;
          save(await bundle({ catalog, reading, outputs }), BUNDLE, 'application/zip');
          announce(`${BUNDLE} was downloaded.`);
        }}
      >
        Download everything (.zip)
      </button>
      <p className="help">
        The overlay, its report and schema, PREFLIGHT.md, a k6 script sized to these answers, the
        picture, and a README with the commands. The same answers always give the same bytes.
      </p>
    </div>
  );
}
