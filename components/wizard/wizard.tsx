'use client';

import { Questions } from '@/components/questions/questions';
import { useWizardPage } from '@/components/state/use-wizard-page';
import { WizardContext } from '@/components/state/wizard-context';
import { catalog as kaireon } from '@/lib/catalog/catalog';
import type { Catalog } from '@/lib/domain/catalog';
import { NoStrayDrops } from './no-stray-drops';
import { CopyByHand, OpenTool } from './open-tool';
import { Panes } from './panes';
import { Results } from './results';
import { Shortcuts } from './shortcuts';
import { TopBar } from './top-bar';
import { Views } from './views';

/** The whole page: questions on the left, results on the right. */
export function Wizard({ catalog = kaireon }: { readonly catalog?: Catalog }) {
  const { wizard, isAlive } = useWizardPage(catalog);
  return (
    <WizardContext value={wizard}>
      {/* Nothing can be typed or pressed before it would be taken. */}
      <div className="page" inert={!isAlive}>
        <TopBar />
        <Panes>
          <Questions />
          <Results />
        </Panes>
        <Views />
      </div>
      <OpenTool />
      <CopyByHand />
      <Shortcuts />
      <NoStrayDrops />
    </WizardContext>
  );
}
