import { useEffect, useMemo, useRef, useState } from 'react';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { StateMark } from '@/components/ui/mark';
import { TableHead } from '@/components/ui/table-head';
import { grouped } from '@/lib/domain/grouped';
import { plural, wordFor } from '@/lib/domain/plural';
import { type PathMap, typeOf } from '@/lib/domain/user-files';
import { type Leaf, shown } from '@/lib/files/leaves';
import { readMap } from '@/lib/link/map';
import { fitOf, type Listing, placeFor, shownOf } from '@/lib/proof/listing/listing';
import { bestMatches, type Suggestion, suggestionsIn } from '@/lib/proof/listing/suggestions';
import type { Proof } from '@/lib/proof/prove';
import { type KeyRow, STATES, wordsFor } from '@/lib/proof/states';

interface Props {
  readonly chart: Proof;
  readonly isOnlyOpen: boolean;
}

/** The states in which nothing is left to do. */
const isDone = ({ state }: KeyRow): boolean => STATES[state].counts === 'done';

/** Whether a key stands at another path than ours. */
const isMapped = ({ entry }: KeyRow): boolean => entry.at !== entry.key.path;

/** Every key that is written: what is asked, where it stands, and what the chart says of it, by tier. */
export function ChartTable({ chart, isOnlyOpen }: Props) {
  const { catalog } = useWizard();
  const { rows: all, given } = chart;
  const { listing, renders } = given;
  const map = useWizardState(({ reading }) => reading.userFiles.map);
  const suggestions = useMemo(
    () => (listing ? suggestionsIn(catalog, listing, map) : new Map()),
    [catalog, listing, map],
  );
  const groups = grouped(
    all,
    ({ entry }) => catalog.ownerOf.get(entry.key.path)?.title ?? 'Shared',
  );
  const paths: Paths = { listing, suggestions };
  return (
    <>
      <BestMatches paths={paths} />
      <table className="chart-table">
        <TableHead
          columns={['Key, and what you ask', 'Where it stands, and what your chart says']}
        />
        {[...groups].map(([group, rows]) => {
          const done = rows.filter(isDone).length;
          return (
            <tbody key={group}>
              <tr className="chart-group">
                <th scope="rowgroup">{group}</th>
                <td>{`${done} of ${rows.length} ${renders ? 'reached' : 'listed'}`}</td>
              </tr>
              {rows
                .filter((row) => !isOnlyOpen || !isDone(row) || isMapped(row))
                .map((row) => (
                  <Row row={row} paths={paths} key={row.entry.key.path} />
                ))}
            </tbody>
          );
        })}
      </table>
    </>
  );
}

/** What is known of the places that keys can stand at. */
interface Paths {
  readonly listing: Listing | undefined;
  readonly suggestions: ReadonlyMap<string, readonly Suggestion[]>;
}

interface RowProps {
  readonly row: KeyRow;
  readonly paths: Paths;
}

function Row({ row, paths }: RowProps) {
  const { openPath, showInFile } = useWizard();
  const { entry, state, where, reason } = row;
  return (
    <tr>
      <th scope="row">
        <Button
          className="link"
          translate="no"
          onClick={() => {
            if (!openPath(entry.at)) showInFile([entry.at]);
          }}
        >
          {entry.key.path}
        </Button>
        <p translate="no">{shown(entry.value)}</p>
      </th>
      <td>
        <PlaceChoice row={row} paths={paths} />
        <p className="evidence">
          <StateMark state={state} text={wordsFor(row)} />{' '}
          {where !== undefined && <code translate="no">{where}</code>} {reason}
        </p>
      </td>
    </tr>
  );
}

/** Where a key stands in the file: any path, with those that the chart lists offered and the likeliest first. */
function PlaceChoice({ row, paths }: RowProps) {
  const { at: path, key } = row.entry;
  const ours = key.path;
  const { catalog, store, replace } = useWizard();
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.value = path; // it may have been undone elsewhere
  }, [path]);
  const { listing, suggestions } = paths;
  const likely = row.state === 'not-listed' ? (suggestions.get(ours) ?? []) : [];

  const place = (to: string) => {
    if (to === path) return;
    const { raw, userFiles } = store.get().reading;
    const { [ours]: _, ...rest } = userFiles.map ?? {};
    const type = catalog.keyAt.get(ours)?.type;
    const leaf = listing?.leaves.get(to);
    const isOwn = to === '' || to === ours;
    // First, so that of two keys at one place this one is refused.
    const map: PathMap = isOwn ? rest : { [ours]: leaf ? placeFor(type, leaf) : to, ...rest };
    let refusal: string | undefined;
    readMap(catalog, new Map(Object.entries(map)), (one, message) => {
      if (one === ours) refusal ??= message;
    });
    if (refusal !== undefined) return announce(`${to}: ${refusal}`);
    replace(raw, `path of ${ours}`, { ...userFiles, map });
    const doubt =
      leaf && fitOf(type, leaf) === 'none'
        ? ` Your chart has a ${typeOf(leaf.value)} there, which does not fit.`
        : '';
    announce(`${ours} now stands at ${isOwn ? 'our path again' : to}.${doubt}`);
  };

  /** By a button, which goes: the focus stays in the row. */
  const take = (to: string) => {
    place(to);
    box.current?.focus();
  };

  return (
    <>
      <input
        ref={box}
        className="place"
        aria-label={`Where ${ours} stands`}
        list={isOpen && listing ? `places-${ours}` : undefined}
        defaultValue={path}
        spellCheck={false}
        autoComplete="off"
        onFocus={() => setOpen(true)}
        onBlur={({ target }) => {
          setOpen(false);
          place(target.value.trim());
        }}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') place(currentTarget.value.trim());
        }}
      />
      {isOpen && listing && <Places of={ours} paths={paths} />}
      {isMapped(row) && (
        <Button className="link" onClick={() => take('')}>
          Use our path again<span className="sr-only"> for {ours}</span>
        </Button>
      )}
      {likely.map((leaf) => (
        <Button className="mini" onClick={() => take(leaf.at)} key={leaf.at}>
          Use <code translate="no">{leaf.at}</code> <span className="quiet">{aboutLeaf(leaf)}</span>
          <span className="sr-only"> for {ours}</span>
        </Button>
      ))}
    </>
  );
}

/** The type of a leaf of the chart, and its default. */
const aboutLeaf = (leaf: Leaf): string => `${typeOf(leaf.value)}, ${shownOf(leaf)}`;

/** The paths that the chart lists, with what stands there: the likeliest first, those that do not fit last. */
function Places({ of: ours, paths }: { readonly of: string; readonly paths: Paths }) {
  const { listing, suggestions } = paths;
  const type = useWizard().catalog.keyAt.get(ours)?.type;
  const all = [...(suggestions.get(ours) ?? []), ...(listing?.leaves.values() ?? [])];
  const leaves = [...new Map(all.map((leaf) => [leaf.at, leaf])).values()];
  const isFit = (leaf: Leaf) => fitOf(type, leaf) !== 'none';
  return (
    <datalist id={`places-${ours}`}>
      {[...leaves.filter(isFit), ...leaves.filter((leaf) => !isFit(leaf))].map((leaf) => (
        <option value={leaf.at} key={leaf.at}>
          {`${aboutLeaf(leaf)}${isFit(leaf) ? '' : ': does not fit'}`}
        </option>
      ))}
    </datalist>
  );
}

/** Takes every best match at once; nothing while there is none. */
function BestMatches({ paths: { suggestions } }: { readonly paths: Paths }) {
  const { catalog, store, replace } = useWizard();
  const matches = bestMatches(catalog, suggestions, store.get().reading);
  const added = Object.keys(matches).length;
  if (added === 0) return null;
  const take = () => {
    const { raw, userFiles } = store.get().reading;
    replace(raw, 'best matches', { ...userFiles, map: { ...userFiles.map, ...matches } });
    const words = wordFor(added, 'stands', 'stand');
    announce(
      `${plural(added, 'key')} now ${words} where your chart lists ${wordFor(added, 'it', 'them')}.`,
    );
  };
  return (
    <p className="best-matches">
      <Button onClick={take}>{`Use all best matches (${added})`}</Button>
      <span className="help">
        Only where one path of your chart is clearly meant and no other key of ours stands there.
      </span>
    </p>
  );
}
