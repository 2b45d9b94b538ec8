import type { ComponentProps } from 'react';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import type { Tool } from '@/components/state/wizard-store';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { ThemeSwitch } from '@/components/ui/theme-switch';
import { completeAnswers } from '@/lib/domain/evaluate';

const MENU = 'actions';

/** On a phone, where the bar is a menu, that goes once something is chosen. */
const Action = ({ onClick, ...attributes }: ComponentProps<'button'>) => (
  <Button
    className="ghost"
    {...attributes}
    onClick={(event) => {
      event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
      onClick?.(event);
    }}
  />
);

/** The name of the page and what concerns all answers. On a phone it folds into a menu. */
export function TopBar() {
  const { catalog, store, replace, openTab } = useWizard();
  const opens = (tool: Tool) =>
    ({ 'aria-haspopup': 'dialog', onClick: () => store.update({ tool }) }) as const;
  return (
    <header className="top">
      <p className="brand">
        <b>KaireonAI</b> <span>values-large wizard</span>
      </p>
      <Button className="ghost menu" popoverTarget={MENU}>
        <Icon name="more" />
        <span className="sr-only">Menu</span>
      </Button>
      <div className="actions" id={MENU} popover="auto">
        <Action {...opens('open')}>
          <Icon name="open" />
          <span>Open an existing file</span>
        </Action>
        <Action onClick={() => openTab('your-chart', 'more')}>
          <Icon name="check" />
          <span>Check against your chart</span>
        </Action>
        <Action {...opens('compare')}>
          <Icon name="compare" />
          <span>Compare</span>
        </Action>
        <span className="gap" />
        <UndoButton of="past" />
        <UndoButton of="future" />
        <Action onClick={() => replace(completeAnswers(catalog, {}), 'reset', {})}>
          <Icon name="reset" />
          <span>Reset answers</span>
        </Action>
        <Action className="ghost compact" title="Words and keys (?)" {...opens('help')}>
          <Icon name="help" />
          <span>Help</span>
        </Action>
        <ThemeSwitch />
      </div>
    </header>
  );
}

const UNDO = {
  past: { icon: 'undo', word: 'Undo' },
  future: { icon: 'redo', word: 'Redo' },
} as const;

/** Takes the last step back, or does again what was taken back. */
function UndoButton({ of }: { readonly of: 'past' | 'future' }) {
  const wizard = useWizard();
  const what = useWizardState((state) => state[of].at(-1)?.what);
  const { icon, word } = UNDO[of];
  return (
    // Not `disabled`, which would take the focus from whoever has just pressed it.
    <Action
      className="ghost compact"
      onClick={wizard[icon]}
      aria-disabled={what === undefined}
      title={what}
    >
      <Icon name={icon} />
      <span>{word}</span>
    </Action>
  );
}
