import { ChangesTable } from '@/components/ui/changes-table';
import type { Capacity } from '@/lib/domain/limit';
import { useWizard, useWizardState } from './wizard-context';

/** What these answers request against the documented overlay and, where a link or file was opened, against that. */
export function CapacityChanges({ after }: { readonly after: Capacity }) {
  const { store } = useWizard();
  const from = useWizardState(({ openedFrom }) => openedFrom);
  const opened = useWizardState((state) => state.opened);
  return (
    <>
      <ChangesTable
        before={store.documented.capacity}
        after={after}
        name="The documented overlay"
      />
      {opened && (
        <ChangesTable before={opened.capacity} after={after} name={`As opened from ${from}`} />
      )}
    </>
  );
}
