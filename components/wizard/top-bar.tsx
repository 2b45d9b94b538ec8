'use client';

import { useState } from 'react';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { ThemeSwitch } from '@/components/ui/theme-switch';
import { completeAnswers } from '@/lib/domain/evaluate';
import { UserFileTools } from './user-file-tools';

/** The name of the page and what concerns all answers. On a phone it folds into a menu. */
export function TopBar() {
  const { catalog, replace } = useWizard();
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
        <UserFileTools />
        <span className="gap" />
        <UndoButton />
        <Button
          className="ghost"
          onClick={() => replace(completeAnswers(catalog, {}), 'reset', {})}
        >
          <Icon name="reset" />
          <span>Reset answers</span>
        </Button>
        <ThemeSwitch />
      </div>
    </header>
  );
}

function UndoButton() {
  const { undo } = useWizard();
  const what = useWizardState((state) => state.undo?.what);
  return (
    // Not `disabled`, which would take the focus from whoever has just pressed it.
    <Button className="ghost" onClick={undo} aria-disabled={what === undefined}>
      <Icon name="undo" />
      <span>Undo</span>
      {what !== undefined && <span className="sr-only">{what}</span>}
    </Button>
  );
}
