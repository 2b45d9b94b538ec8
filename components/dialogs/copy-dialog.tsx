import { useEffect, useRef } from 'react';
import { useWizardState } from '@/components/state/wizard-context';
import { announce, NOT_COPIED } from '@/components/ui/announce';
import { SheetDialog } from './sheet-dialog';

/** Shows a text that could not be copied, all of it selected. */
export function CopyDialog() {
  const { text, done } = useWizardState(({ uncopied }) => uncopied) ?? { text: '', done: '' };
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.select(), []); // after the dialog has opened, which moves the focus
  return (
    <SheetDialog title="Copy it yourself">
      <label>
        <span className="help">
          {`${NOT_COPIED} It is selected: press Ctrl+C, on a Mac ⌘C, or use the menu of your browser.`}
        </span>
        <textarea
          ref={area}
          readOnly
          rows={Math.min(16, text.split('\n').length + 1)}
          spellCheck={false}
          translate="no"
          value={text}
          onCopy={() => announce(done)}
        />
      </label>
    </SheetDialog>
  );
}
