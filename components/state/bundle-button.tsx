import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { save } from '@/components/ui/save';
import { useLazy } from '@/components/ui/use-lazy';
import { outputs } from '@/lib/outputs/registry';
import { useFileActions } from './use-file-actions';
import { useWizard } from './wizard-context';

const load = () => import('@/lib/outputs/bundle/bundle');

/** Downloads the file and all that goes with it in one archive. */
export function BundleButton({ isNext = false }: { readonly isNext?: boolean }) {
  const { catalog } = useWizard();
  const { soundReading } = useFileActions();
  const lazy = useLazy(load);
  const download = async () => {
    const reading = lazy && soundReading();
    if (!reading) return;
    save(await lazy.bundle({ catalog, reading, outputs }), 'bundle.zip', 'application/zip');
  };
  return (
    <Button className={isNext ? 'button next' : 'button'} onClick={download}>
      <Icon name="download" />
      <span>Download everything (.zip)</span>
    </Button>
  );
}
