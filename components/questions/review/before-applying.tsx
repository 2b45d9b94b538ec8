import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { openTab } from '@/components/ui/open-tab';

/** What to do before `helm upgrade`: each leads to where it is done. */
export function BeforeApplying() {
  const { store } = useWizard();
  const keys = useWizardState(({ reading }) => reading.written.length);
  const unverified = useWizardState(
    ({ reading }) => reading.written.filter(({ provenance }) => provenance === 'unverified').length,
  );
  return (
    <section className="review-part" aria-labelledby="before-title">
      <h2 id="before-title">Before you apply it</h2>
      <ol className="before">
        <li>
          <b>Preflight</b>
          <span>What must exist first, each with a command that proves it.</span>
          <Button onClick={() => openTab('preflight')}>Open the list</Button>
        </li>
        <li>
          <b>Check against your chart</b>
          <span>{`${unverified} of the ${keys} keys stand at unverified paths.`}</span>
          <Button aria-haspopup="dialog" onClick={() => store.move({ tool: 'check' })}>
            Check
          </Button>
        </li>
        <li>
          <b>Proof</b>
          <span>Drop what helm template made, and see which answers arrived.</span>
          <Button onClick={() => openTab('proof')}>Open Proof</Button>
        </li>
      </ol>
    </section>
  );
}
