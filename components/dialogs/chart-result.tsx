'use client';

import { useEffect, useRef } from 'react';
import { ownerOf } from '@/components/state/places';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { announce } from '@/components/ui/announce';
import type { Catalog } from '@/lib/domain/catalog';
import type { ChartLeaf } from '@/lib/domain/user-files';
import { placeFor } from '@/lib/files/check-chart';
import { type CheckStatus, type KeyCheckStatus, statuses } from '@/lib/files/check-status';
import { takenPlace } from '@/lib/files/taken-place';
import { readMap } from '@/lib/link/map';
import { BestMatches } from './best-matches';
import { Leaf } from './leaf';

const GROUPS: readonly { status: CheckStatus; sign: string; title: string; about: string }[] = [
  {
    status: 'absent',
    sign: '?',
    title: 'Not listed in your values.yaml',
    about:
      'A template may still read these; if none does they have no effect, and Helm does not say so. Choose the path that your chart lists; it takes the place of ours in the file and in the link.',
  },
  {
    status: 'other-type',
    sign: '≠',
    title: 'Other type',
    about:
      'Your chart has something else at this path. Where it can, the file now writes the chart’s type and says so.',
  },
  {
    status: 'chosen',
    sign: '✓',
    title: 'At the path that you chose',
    about: 'Written where your chart has it.',
  },
  {
    status: 'overlay-only',
    sign: '○',
    title: 'Overlay only',
    about: 'The documentation says that no base chart has these; its templates read them.',
  },
  {
    status: 'confirmed',
    sign: '✓',
    title: 'Confirmed',
    about: 'There, with the same type, or below a mapping that your chart leaves open.',
  },
];

/** Every key that is written now and how it stands in the chart. */
export function ChartResult() {
  const { catalog } = useWizard();
  const reading = useWizardState((state) => state.reading);
  const summary = useRef<HTMLParagraphElement>(null);
  useEffect(() => summary.current?.focus(), []);
  const keys = statuses(reading);
  const at = (status: CheckStatus) => keys.filter((key) => key.status === status);
  const missing = at('absent').length;
  return (
    <div className="chart-result">
      <p
        className={missing > 0 ? 'dialog-verdict wrong' : 'dialog-verdict'}
        tabIndex={-1}
        ref={summary}
      >
        Of {keys.length} keys that this overlay writes, your chart confirms{' '}
        {at('confirmed').length + at('chosen').length}. Not listed in it: {missing}. Of another type
        there: {at('other-type').length}. In overlays only: {at('overlay-only').length}.
      </p>
      {GROUPS.map(({ status, sign, title, about }) => {
        const group = at(status);
        if (group.length === 0) return null;
        return (
          <details key={status} open={status !== 'confirmed' && status !== 'overlay-only'}>
            <summary>
              <span className={`check-sign ${status}`} aria-hidden="true">
                {sign}
              </span>{' '}
              {title} ({group.length})
            </summary>
            <p className="help">{about}</p>
            {status === 'absent' && <BestMatches />}
            {(status === 'absent' ? byTier(catalog, group) : [['', group] as const]).map(
              ([tier, rows]) => (
                <div className="check-tier" key={tier}>
                  {tier !== '' && <h3>{`${tier} (${rows.length})`}</h3>}
                  <ul className="leaves">
                    {rows.map((key) => (
                      <CheckStatusRow of={key} key={key.ours} />
                    ))}
                  </ul>
                </div>
              ),
            )}
          </details>
        );
      })}
    </div>
  );
}

/** Keys by the tier, datastore or backend that writes them, in the order of the file. */
function byTier(catalog: Catalog, keys: readonly KeyCheckStatus[]) {
  const groups = new Map<string, KeyCheckStatus[]>();
  for (const key of keys) {
    const title = ownerOf(catalog, key.ours)?.title ?? 'Shared';
    groups.set(title, [...(groups.get(title) ?? []), key]);
  }
  return [...groups];
}

function CheckStatusRow({ of: key }: { readonly of: KeyCheckStatus }) {
  const { catalog, store, replace } = useWizard();
  const { ours, path, status, has, value, suggestions } = key;

  const place = (leaf: ChartLeaf | undefined) => {
    const { raw, userFiles } = store.get().reading;
    const { [ours]: _, ...rest } = userFiles.map ?? {};
    const wanted = leaf ? { ...rest, [ours]: placeFor(catalog, ours, leaf) } : rest;
    let refusal = leaf && takenPlace(catalog, ours, leaf.path, rest)?.message;
    readMap(catalog, new Map(Object.entries(wanted)), (one, message) => {
      if (one === ours) refusal = message;
    });
    if (refusal !== undefined) return announce(`${leaf?.path}: ${refusal}`);
    replace(raw, `path of ${ours}`, { ...userFiles, map: wanted });
    announce(leaf ? `${ours} now stands at ${leaf.path}.` : `${ours} stands at our path again.`);
  };

  return (
    <li>
      <Leaf path={path} value={value} />
      <span className="leaf-said">{sentence(key)}</span>
      {status === 'chosen' && (
        <>
          {has === undefined ? null : <span className="leaf-said"> Ours is {ours}.</span>}{' '}
          <button type="button" className="link" onClick={() => place(undefined)}>
            Use our path again<span className="sr-only"> for {ours}</span>
          </button>
        </>
      )}
      {status === 'absent' && (
        <div className="likely">
          {suggestions.length === 0 ? (
            <span className="leaf-said">Nothing in your chart is like it.</span>
          ) : (
            suggestions.map((leaf) => (
              <button type="button" className="button" key={leaf.path} onClick={() => place(leaf)}>
                Use <code translate="no">{leaf.path}</code>{' '}
                <span className="leaf-said">
                  {leaf.type}, {leaf.shown}
                </span>
                <span className="sr-only"> for {ours}</span>
              </button>
            ))
          )}
        </div>
      )}
    </li>
  );
}

/** What the chart has at this place, and what the overlay makes of it. */
function sentence({ has, value, isRedundant, status }: KeyCheckStatus): string {
  if (!has) return '';
  if (status === 'other-type') {
    return `Your chart has a ${has.type} here: ${has.shown}.`;
  }
  return isRedundant
    ? 'Redundant: your chart has the same.'
    : `Your chart has ${has.shown}, this overlay makes it ${value}.`;
}
