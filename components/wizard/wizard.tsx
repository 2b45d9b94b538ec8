'use client';

import { useEffect } from 'react';
import { Questions } from '@/components/questions/questions';
import { useNewWizard } from '@/components/state/new-wizard';
import { WizardContext } from '@/components/state/wizard-context';
import { fetchParts, whenIdle } from '@/components/ui/lazy-part';
import { catalog as kaireon } from '@/lib/catalog/catalog';
import type { Catalog } from '@/lib/domain/catalog';
import { Dialogs } from './dialogs';
import { NoStrayDrops } from './no-stray-drops';
import { Panes } from './panes';
import { Results } from './results';
import { Shortcuts } from './shortcuts';
import { TopBar } from './top-bar';
import { Views } from './views';

/** The whole page: questions on the left, results on the right. */
export function Wizard({ catalog = kaireon }: { readonly catalog?: Catalog }) {
  const { wizard, isAlive } = useNewWizard(catalog);
  useEffect(() => whenIdle(() => void fetchParts()), []);
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
      <Dialogs />
      <Shortcuts />
      <NoStrayDrops />
    </WizardContext>
  );
}
