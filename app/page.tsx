import { WithoutScript } from '@/components/wizard/without-script';
import { WizardPage } from '@/components/wizard/wizard';

/** The one page: the wizard, and what stands in its place where no script runs. */
export default function Page() {
  return (
    <>
      <noscript>
        <WithoutScript />
      </noscript>
      <WizardPage />
    </>
  );
}
