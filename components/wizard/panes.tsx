import type { ReactNode } from 'react';
import { useWizardState } from '@/components/state/wizard-context';

/** The two sides. Below 1024 px `data-view` says which of them is on screen. */
export function Panes({ children }: { readonly children: ReactNode }) {
  const view = useWizardState((state) => state.view);
  return (
    <main className="panes" data-view={view}>
      {children}
    </main>
  );
}
