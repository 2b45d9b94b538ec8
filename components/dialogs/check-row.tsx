import { useWizard } from '@/components/state/wizard-context';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import type { ChartLeaf } from '@/lib/domain/user-files';
import { placeFor } from '@/lib/files/check-chart';
import type { KeyCheckStatus } from '@/lib/files/check-status';
import { occupiedPath } from '@/lib/files/occupied-path';
import { readMap } from '@/lib/link/map';
import { Leaf } from './leaf';

interface RowProps {
  readonly of: KeyCheckStatus;
  readonly offersPaths: boolean;
}

/** One key: where it stands, and the paths that it may stand at instead. */
export function CheckRow({ of: key, offersPaths }: RowProps) {
  const { catalog, store, replace } = useWizard();
  const { ours, path, status, has, value, suggestions } = key;

  const place = (leaf: ChartLeaf | undefined) => {
    const { raw, userFiles } = store.get().reading;
    const { [ours]: _, ...rest } = userFiles.map ?? {};
    const wanted = leaf ? { ...rest, [ours]: placeFor(catalog, ours, leaf) } : rest;
    let refusal = leaf && occupiedPath(catalog, ours, leaf.path, rest)?.message;
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
          <Button className="link" onClick={() => place(undefined)}>
            Use our path again<span className="sr-only"> for {ours}</span>
          </Button>
        </>
      )}
      {offersPaths && (
        <div className="suggestions">
          {suggestions.length === 0 ? (
            <span className="leaf-said">Nothing in your chart is like it.</span>
          ) : (
            suggestions
              .filter((leaf) => leaf.path !== path)
              .map((leaf) => (
                <Button key={leaf.path} onClick={() => place(leaf)}>
                  Use <code translate="no">{leaf.path}</code>{' '}
                  <span className="leaf-said">{`${leaf.type}, ${leaf.shown}`}</span>
                  <span className="sr-only"> for {ours}</span>
                </Button>
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
