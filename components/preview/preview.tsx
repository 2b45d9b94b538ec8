import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef, useState } from 'react';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { plural } from '@/lib/domain/plural';
import { type ConnectedFile, connectFile } from './connect-file';
import { countChanged, headLength } from './documented-lines';

interface Props {
  /** Whether to show only the lines that are not as documented. */
  readonly isOnlyChanges: boolean;
}

/**
 * The file as it is now. A line leads to its question: by a click, or with the arrow keys and Enter. React draws the
 * frame only; the lines are patched in the very task that a key begins (docs/decisions/0017).
 */
export function Preview({ isOnlyChanges }: Props) {
  const wizard = useWizard();
  const pane = useRef<HTMLDivElement>(null);
  const file = useRef<ConnectedFile>(undefined);
  const [isHeadOpen, setHeadOpen] = useState(false);

  useLayoutEffect(() => {
    if (!pane.current) return;
    file.current = connectFile(wizard, pane.current);
    return () => file.current?.disconnect();
  }, [wizard]);
  useLayoutEffect(
    () => file.current?.show({ isHeadOpen, isOnlyChanges }),
    [isHeadOpen, isOnlyChanges],
  );

  return (
    <section className="preview" aria-label="Preview of values-large.yaml">
      {!isOnlyChanges && <Head isOpen={isHeadOpen} onToggle={() => setHeadOpen(!isHeadOpen)} />}
      {isOnlyChanges && <NothingDiffers />}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, and lays itself out */}
      <div
        className="code"
        ref={pane}
        translate="no"
        role="group"
        aria-label="Lines. Arrow keys go from key to key, Enter opens the answer behind one."
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
        tabIndex={0}
        onClick={(event: MouseEvent) =>
          getSelection()?.isCollapsed && file.current?.openLine(event.target)
        }
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Enter') file.current?.openLine(event.target);
          else if (file.current?.step(event.target, event.key)) event.preventDefault();
        }}
      >
        <div className="lines" />
      </div>
    </section>
  );
}

/** The head comment in one row, until it is unfolded. */
function Head({ isOpen, onToggle }: { readonly isOpen: boolean; readonly onToggle: () => void }) {
  const last = useWizardState(({ lines }) => headLength(lines));
  const limits = useWizardState((state) => state.limits.length);
  const rest = `: how to apply it, answers, ${plural(limits, 'honest limit')}`;
  return (
    <Button className="head-fold" aria-expanded={isOpen} onClick={onToggle}>
      <Icon name="chevron" />
      <b key={last}>Lines 1–{last}</b>
      <span key={rest}>{rest}</span>
    </Button>
  );
}

function NothingDiffers() {
  const { catalog } = useWizard();
  const isAsDocumented = useWizardState(({ lines }) => countChanged(catalog, lines) === 0);
  return isAsDocumented && <p className="nothing">Nothing differs from the documented file.</p>;
}
