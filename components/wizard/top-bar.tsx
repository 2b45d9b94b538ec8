import { useState } from 'react';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import type { Tool } from '@/components/state/wizard-store';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { openTab } from '@/components/ui/open-tab';
import { ThemeSwitch } from '@/components/ui/theme-switch';
import { completeAnswers } from '@/lib/domain/evaluate';

/** What can be done with the operator's own files. Nothing of them leaves the page. */
const TOOLS: readonly { readonly tool: Tool | 'check'; readonly title: string }[] = [
  { tool: 'open', title: 'Open an existing file' },
  { tool: 'check', title: 'Check against your chart' },
  { tool: 'compare', title: 'Compare' },
];

/** The name of the page and what concerns all answers. On a phone it folds into a menu. */
export function TopBar() {
  const { catalog, store, replace } = useWizard();
  const [isOpen, setOpen] = useState(false);
  return (
    <header className="top" data-menu={isOpen || undefined}>
      <p className="brand">
        <b>KaireonAI</b> <span>values-large wizard</span>
      </p>
      <Button
        className="ghost menu"
        aria-expanded={isOpen}
        aria-controls="actions"
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="more" />
        <span className="sr-only">Menu</span>
      </Button>
      {/* A choice made, the menu goes. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons within are what is pressed */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a key on a button is a click too */}
      <div
        className="actions"
        id="actions"
        onClick={({ target }) =>
          target instanceof Element && target.closest('button') && setOpen(false)
        }
      >
        {TOOLS.map(({ tool, title }) => (
          <Button
            className="ghost"
            {...(tool === 'check'
              ? { onClick: () => openTab('your-chart') }
              : { 'aria-haspopup': 'dialog', onClick: () => store.move({ tool }) })}
            key={tool}
          >
            <Icon name={tool} />
            <span>{title}</span>
          </Button>
        ))}
        <span className="gap" />
        <UndoButton of="past" />
        <UndoButton of="future" />
        <Button
          className="ghost"
          onClick={() => replace(completeAnswers(catalog, {}), 'reset', {})}
        >
          <Icon name="reset" />
          <span>Reset answers</span>
        </Button>
        <Button
          className="ghost compact"
          aria-haspopup="dialog"
          title="Words and keys (?)"
          onClick={() => store.move({ tool: 'help' })}
        >
          <Icon name="help" />
          <span>Help</span>
        </Button>
        <ThemeSwitch />
      </div>
    </header>
  );
}

const UNDO = { past: 'Undo', future: 'Redo' } as const;

/** Takes the last step back, or does again what was taken back. */
function UndoButton({ of }: { readonly of: 'past' | 'future' }) {
  const { undo, redo } = useWizard();
  const what = useWizardState((state) => state[of].at(-1)?.what);
  return (
    // Not `disabled`, which would take the focus from whoever has just pressed it.
    <Button
      className="ghost compact"
      onClick={of === 'past' ? undo : redo}
      aria-disabled={what === undefined}
      title={what}
    >
      <Icon name={of === 'past' ? 'undo' : 'redo'} />
      <span>{UNDO[of]}</span>
    </Button>
  );
}
