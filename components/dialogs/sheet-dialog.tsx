import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useWizard } from '@/components/state/wizard-context';
import { onAnnounce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** What can be done, below the part that scrolls; by default only to be done. */
  readonly actions?: ReactNode;
}

/** A modal dialog: opens as it is drawn, closes by Escape or its button, and hands the focus back. */
export function SheetDialog({ title, children, actions }: Props) {
  const { store } = useWizard();
  const close = () => store.update(store.get().term ? { term: null } : { tool: null });
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const [said, setSaid] = useState('');
  useEffect(() => onAnnounce(setSaid), []);
  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      className="sheet"
      ref={dialog}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault(); // it goes when it is no longer drawn
        close();
      }}
    >
      <div className="sheet-head">
        <h2 id={heading}>{title}</h2>
        <Button onClick={close}>Close</Button>
      </div>
      <div className="sheet-body">{children}</div>
      <div className="sheet-foot">
        {actions ?? (
          <Button className="button primary" onClick={close}>
            Done
          </Button>
        )}
        {/* The page's own status line is out of reach behind a modal dialog. */}
        <output className="step-said" aria-live="polite">
          {said}
        </output>
      </div>
    </dialog>
  );
}
