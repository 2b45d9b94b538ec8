import { useEffect } from 'react';
import { TERMS } from '@/components/state/terms';
import { useWizardState } from '@/components/state/wizard-context';
import { Tick } from '@/components/ui/tick';
import { SHORTCUTS_KEPT, useStored } from '@/components/ui/use-stored';
import { SheetDialog } from './sheet-dialog';

const KEYS = [
  ['Ctrl S', 'Download values-large.yaml (on a Mac ⌘ S)'],
  ['Alt Y', 'Copy the YAML'],
  ['Alt L', 'Copy the link'],
  ['Alt P', 'Go to the next problem'],
  ['Ctrl Z', 'Undo, outside a text field'],
  ['Ctrl Shift Z', 'Redo, outside a text field'],
  ['/', 'Find an answer, outside a text field'],
  ['?', 'This help, outside a text field'],
  [
    '↑ ↓',
    'In a number: one more or less, with Shift ten. In the file: from key to key, Enter opens its answer',
  ],
] as const;

const termId = (term: string) => `term-${term.replaceAll(' ', '-')}`;

export function HelpDialog() {
  const term = useWizardState((state) => state.term);
  const [kept, keep] = useStored(SHORTCUTS_KEPT);
  useEffect(() => {
    if (term) document.getElementById(termId(term))?.focus();
  }, [term]);
  return (
    <SheetDialog title="Words and keys">
      <h3>Words</h3>
      <dl className="terms">
        {Object.entries(TERMS).map(([word, meaning]) => (
          <div key={word} id={termId(word)} tabIndex={-1}>
            <dt>{word}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <h3>Keys</h3>
      <Tick isOn={kept !== 'off'} onChange={(isOn) => keep(isOn ? 'on' : 'off')}>
        Shortcuts are on
      </Tick>
      <table>
        <tbody>
          {KEYS.map(([keys, what]) => (
            <tr key={keys}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </SheetDialog>
  );
}
