import { Fragment, useMemo, useState } from 'react';
import { ChangesTable } from '@/components/state/capacity-changes';
import type { Wizard } from '@/components/state/new-wizard';
import { answerName } from '@/components/state/places';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import type { ChosenFile } from '@/components/state/wizard-store';
import { Breakable } from '@/components/ui/breakable';
import { Icon } from '@/components/ui/icon';
import { LimitRows } from '@/components/ui/limit-rows';
import { Mark } from '@/components/ui/mark';
import { TableHead } from '@/components/ui/table-head';
import { plural, wordFor } from '@/lib/domain/plural';
import { readable } from '@/lib/domain/shape';
import { baselineOfFile, type Comparison, compare } from '@/lib/files/compare';
import { noticesOf } from '@/lib/link/link';
import { readPasted } from '@/lib/link/pasted';
import { type Reading, readAnswers } from '@/lib/reading/reading';
import { SheetDialog } from './sheet-dialog';

type With = 'default' | 'file' | 'link';

const NAMES = { default: 'The documented overlay', file: 'The file', link: 'The link' } as const;

/** Holds the present answers against the documented default, the file that was opened, or a link. */
export function CompareDialog() {
  const wizard = useWizard();
  const { catalog } = wizard;
  const opened = useWizardState(({ openedFile }) => openedFile);
  const now = useWizardState(({ reading }) => reading);
  const [using, setUsing] = useState<With>(opened ? 'file' : 'default');
  const [link, setLink] = useState('');
  const { baseline, problem } = useMemo(
    () => baselineFor(wizard, using, opened, link),
    [wizard, using, opened, link],
  );
  const choices: readonly (readonly [With, string])[] = [
    ['default', 'the documented default'],
    ...(opened ? [['file', `the opened file, ${opened.name || 'pasted'}`] as const] : []),
    ['link', 'a link'],
  ];
  return (
    <SheetDialog title="Compare">
      <fieldset className="compare-with">
        <legend className="label">Your present answers against</legend>
        {choices.map(([value, label]) => (
          <label key={value}>
            <input
              type="radio"
              name="compare-with"
              checked={using === value}
              onChange={() => setUsing(value)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {!opened && (
        <p className="help">
          Open an existing file first to compare with what your cluster runs now.
        </p>
      )}
      {using === 'link' && (
        <label>
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
      {problem && <p className="error">{problem}</p>}
      {baseline && (
        <>
          <ChangesTable before={baseline.capacity} after={now.capacity} name={NAMES[using]} />
          <ComparisonView comparison={compare(catalog, baseline, now)} isFile={using === 'file'} />
        </>
      )}
    </SheetDialog>
  );
}

/** The reading to compare with, and why it, or a part of it, could not be read. */
function baselineFor(
  { catalog, store }: Wizard,
  using: With,
  opened: ChosenFile | null,
  link: string,
): { readonly baseline?: Reading; readonly problem?: string } {
  if (using === 'file' && opened) {
    const baseline = baselineOfFile(catalog, opened.text, opened.chosen);
    return 'fault' in baseline ? {} : { baseline };
  }
  if (using === 'link') {
    if (link.trim() === '') return {};
    const pasted = readPasted(catalog, link);
    if ('message' in pasted) return { problem: pasted.message };
    const parts = noticesOf(pasted).map(({ key, message }) => `${key}: ${message}`);
    return {
      baseline: readAnswers(catalog, pasted.raw, pasted.userFiles),
      ...(parts.length > 0 && {
        problem: `Not all of this link could be used; the rest is compared. ${parts.join(' ')}`,
      }),
    };
  }
  return { baseline: store.documented };
}

/** From so many on, answers that were left to the chart and are now written are a caution. */
const MANY = 5;

interface ViewProps {
  readonly comparison: Comparison;
  /** Whether the baseline is a file, which a cluster may be running. */
  readonly isFile: boolean;
}

/** Answers, lines and limits that are different now. */
function ComparisonView({ comparison, isFile }: ViewProps) {
  const { catalog } = useWizard();
  const { answers, fewer, lines, gained, lost } = comparison;
  const differing = lines.filter(({ kind }) => kind !== 'same').length;
  const written = answers.filter(
    ({ key, was, is }) => was === '' && is !== '' && catalog.answerOf.get(key)?.default !== '',
  ).length;
  const inWords = (key: string, raw: string) => {
    const answer = catalog.answerOf.get(key);
    return answer ? readable(answer, raw) : raw;
  };
  return (
    <>
      <p className="dialog-verdict">
        {differing + answers.length + gained.length + lost.length === 0
          ? 'Nothing differs.'
          : `${plural(answers.length, 'answer')} changed, ${plural(differing, 'line')} of YAML different, ${plural(gained.length, 'limit')} gained, ${lost.length} lost.`}
      </p>
      {isFile && fewer.length > 0 && (
        <section className="fewer caution" aria-label="Fewer pods than the opened file">
          <Mark icon="caution" text="Caution" />
          <p>A cluster that runs the opened file will lose pods, or pods that it may not lose:</p>
          <ul className="ways">
            {fewer.map(({ key, was, is }) => (
              <li key={key}>
                {answerName(catalog, key)}, <code translate="no">{key}</code>: {was} → {is}
              </li>
            ))}
          </ul>
        </section>
      )}
      {written > 0 && (
        <p className={written >= MANY ? 'caution' : 'help'}>
          {written >= MANY && <Icon name="caution" />}{' '}
          {`${plural(written, 'answer was', 'answers were')} left to the chart and ${wordFor(written, 'is', 'are')} now written.`}
        </p>
      )}
      {answers.length > 0 && (
        <table className="differs">
          <TableHead columns={['Answer', 'Was', 'Is']} />
          <tbody>
            {answers.map(({ key, was, is }) => (
              <tr key={key}>
                <th scope="row">
                  {answerName(catalog, key)}
                  <p className="source">
                    <code translate="no">{key}</code>
                  </p>
                </th>
                <td translate="no">
                  <Breakable text={inWords(key, was)} />
                </td>
                <td translate="no">
                  <Breakable text={inWords(key, is)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {Object.entries({ gained, lost }).map(
        ([what, limits]) =>
          limits.length > 0 && (
            <details open key={what}>
              <summary>{`Limits ${what} (${limits.length})`}</summary>
              <LimitRows limits={limits} />
            </details>
          ),
      )}
      {lines.length > 0 && (
        <section
          className="diff"
          translate="no"
          aria-label="Lines of YAML that differ"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
          tabIndex={0}
        >
          {lines.map(({ kind, line, was }) => {
            const Line = LINES[kind];
            return (
              <Fragment key={line.id}>
                {was && <del>{`${was.text}\n`}</del>}
                <Line>{`${line.text}\n`}</Line>
              </Fragment>
            );
          })}
        </section>
      )}
    </>
  );
}

/** The elements of lines as they are now; the style sheet draws their signs. */
const LINES = { same: 'span', removed: 'del', added: 'ins', changed: 'ins' } as const;
