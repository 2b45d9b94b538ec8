import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { focusControl } from './focus';
import { useWizard, useWizardState } from './wizard-context';

/** Fills an answer in with what the render has. Nothing while the render has nothing better than the answer. */
export function RenderOffer({ of: key }: { readonly of: string }) {
  const { catalog, form, setAnswer } = useWizard();
  const raw = useWizardState(({ chart }) => chart?.offers[key]);
  if (raw === undefined) return null;
  const { label = key } = catalog.answerOf.get(key) ?? {};
  return (
    <p className="offer">
      <Button
        onClick={({ currentTarget }) => {
          // The button disappears with the offer, so the focus must go elsewhere.
          const panel = currentTarget.closest<HTMLElement>('[role=tabpanel]');
          setAnswer(key, raw);
          announce(`${label}: ${raw}, from the render.`);
          if (panel) panel.focus();
          else focusControl(form, key);
        }}
      >
        Fill in from the render
      </Button>{' '}
      <span>{label}:</span> <code translate="no">{raw}</code>
    </p>
  );
}
