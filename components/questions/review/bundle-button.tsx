'use client';

import { useFileActions } from '@/components/state/use-file-actions';
import { useWizard } from '@/components/state/wizard-context';
import { announce } from '@/components/ui/announce';
import { Icon } from '@/components/ui/icon';
import { save } from '@/components/ui/save';
import { useLazy } from '@/components/ui/use-lazy';
import { outputs } from '@/lib/outputs/registry';

const loadBundle = () => import('@/lib/outputs/bundle/bundle');

/** The file, the report, the schema, the preflight list and the load test in one archive. */
export function BundleButton() {
  const { catalog } = useWizard();
  const { soundReading } = useFileActions();
  const bundle = useLazy(loadBundle);
  const download = async () => {
    const reading = bundle && soundReading();
    if (!reading) return;
    save(await bundle.bundle({ catalog, reading, outputs }), 'bundle.zip', 'application/zip');
    announce('bundle.zip was downloaded.');
  };
  return (
    <button type="button" className="button next" onClick={download}>
      <Icon name="download" />
      <span>Download everything (.zip)</span>
    </button>
  );
}
