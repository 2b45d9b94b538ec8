import type { ComponentProps } from 'react';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { type Tool, versionToPass } from '@/components/state/wizard-store';
import { Button } from '@/components/ui/button';
import { Icon, type IconName } from '@/components/ui/icon';
import { ThemeSwitch } from '@/components/ui/theme-switch';
import { completeAnswers } from '@/lib/domain/evaluate';

const MENU = 'actions';

interface ActionProps extends ComponentProps<'button'> {
  readonly icon: IconName;
}

/** On a phone, where the bar is a menu, that goes once something is chosen. */
const Action = ({ icon, onClick, children, ...attributes }: ActionProps) => (
  <Button
    className="ghost"
    {...attributes}
    onClick={(event) => {
      event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
      onClick?.(event);
    }}
  >
    <Icon name={icon} />
    <span>{children}</span>
  </Button>
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
        <Action icon="open" {...opens('open')}>
          Open an existing file
        </Action>
        <Action icon="check" onClick={() => openTab('your-chart', 'more')}>
          Check against your chart
        </Action>
        <Action icon="compare" {...opens('compare')}>
          Compare
        </Action>
        <span className="gap" />
        <UndoButton by={-1} />
        <UndoButton by={1} />
        <Action icon="reset" onClick={() => replace(completeAnswers(catalog, {}), 'reset', {})}>
          Reset answers
        </Action>
        <Action icon="help" className="ghost compact" title="Words and keys (?)" {...opens('help')}>
          Help
        </Action>
        <ThemeSwitch />
      </div>
    </header>
  );
}

/** Takes the last step back (-1), or does again what was taken back (1). */
function UndoButton({ by }: { readonly by: -1 | 1 }) {
  const wizard = useWizard();
  const what = useWizardState((state) => versionToPass(state, by)?.what);
  const icon = by < 0 ? 'undo' : 'redo';
  return (
    // Not `disabled`, which would take the focus from whoever has just pressed it.
    <Action
      icon={icon}
      className="ghost compact"
      onClick={wizard[icon]}
      aria-disabled={what === undefined}
      title={what}
    >
      {by < 0 ? 'Undo' : 'Redo'}
    </Action>
  );
}
