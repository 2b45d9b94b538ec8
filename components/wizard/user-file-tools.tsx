'use client';

import type { Tool } from '@/components/state/page-state';
import { useWizard } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { Icon, type IconName } from '@/components/ui/icon';

const TOOLS = [
  { id: 'open', title: 'Open an existing file', icon: 'open' },
  { id: 'check', title: 'Check against your chart', icon: 'check' },
  { id: 'compare', title: 'Compare', icon: 'compare' },
] as const satisfies readonly { id: Tool; title: string; icon: IconName }[];

/** What can be done with the operator's own files. Nothing of them leaves the page. */
export function UserFileTools() {
  const { store } = useWizard();
  return TOOLS.map(({ id, title, icon }) => (
    <Button
      className="ghost"
      aria-haspopup="dialog"
      key={id}
      onClick={() => store.move({ tool: id })}
    >
      <Icon name={icon} />
      <span>{title}</span>
    </Button>
  ));
}
