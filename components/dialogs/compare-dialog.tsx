import { useMemo, useState } from 'react';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { ChangesTable } from '@/components/ui/changes-table';
import type { Catalog } from '@/lib/domain/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { type Baseline, baselineOf, baselineOfFile, compare } from '@/lib/files/compare';
import { readPasted } from '@/lib/link/pasted';
import { readAnswers } from '@/lib/reading/reading';
import { ComparisonView } from './comparison-view';
import { SheetDialog } from './sheet-dialog';
import type { Source } from './yaml-source';

interface Props {
  /** The file that was opened last. */
  readonly opened: Source | null;
  readonly onClose: () => void;
}

type With = 'default' | 'file' | 'link';

const NAMES = { default: 'The documented overlay', file: 'The file', link: 'The link' } as const;

/** Holds the present answers against the documented default, the file that was opened, or a link. */
export function CompareDialog({ opened, onClose }: Props) {
  const { catalog } = useWizard();
  const now = useWizardState(({ reading }) => reading);
  const [using, setUsing] = useState<With>(opened ? 'file' : 'default');
  const [link, setLink] = useState('');
  const { baseline, problem } = useMemo(
    () => baselineFor(catalog, using, using === 'link' ? { text: link } : (opened ?? { text: '' })),
    [catalog, using, link, opened],
  );
  const choice = (value: With, label: string) => (
    <label>
      <input
        type="radio"
        name="compare-with"
        checked={using === value}
        onChange={() => setUsing(value)}
      />
      {label}
    </label>
  );
  return (
    <SheetDialog title="Compare" onClose={onClose}>
      <fieldset className="compare-with">
        <legend className="label">Your present answers against</legend>
        {choice('default', 'the documented default')}
        {opened && choice('file', `the opened file${opened.name && `, ${opened.name}`}`)}
        {choice('link', 'a link')}
      </fieldset>
      {!opened && (
        <p className="help">
          Open an existing file first to compare with what your cluster runs now.
        </p>
      )}
      {using === 'link' && (
        <label className="compare-link">
          <span className="label">Link</span>
          <input
            type="text"
            value={link}
            spellCheck={false}
            autoComplete="off"
            onChange={({ target }) => setLink(target.value)}
          />
        </label>
      )}
      {problem !== '' && <p className="error">{problem}</p>}
      {baseline && (
        <>
          <ChangesTable
            before={baseline.reading.capacity}
            after={now.capacity}
            name={NAMES[using]}
          />
          <ComparisonView comparison={compare(catalog, baseline, now)} isFile={using === 'file'} />
        </>
      )}
    </SheetDialog>
  );
}

function baselineFor(
  catalog: Catalog,
  using: With,
  { text, chosen }: Pick<Source, 'text' | 'chosen'>,
): { baseline?: Baseline; problem: string } {
  if (using === 'file') {
    const baseline = baselineOfFile(catalog, text, chosen);
    return { ...(!('fault' in baseline) && { baseline }), problem: '' };
  }
  if (using === 'link') {
    if (text.trim() === '') return { problem: '' };
    const pasted = readPasted(catalog, text);
    if (pasted.kind === 'nothing') return { problem: pasted.message };
    const { raw, userFiles, notices } = pasted.opened;
    const parts = notices.map(({ key, message }) => `${key}: ${message}`).join(' ');
    return {
      baseline: baselineOf(readAnswers(catalog, raw, userFiles)),
      problem: parts && `Not all of this link could be used; the rest is compared. ${parts}`,
    };
  }
  return { baseline: baselineOf(readAnswers(catalog, completeAnswers(catalog, {}))), problem: '' };
}
