import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import type { Catalog } from '@/lib/domain/catalog';
import { plural, wordFor } from '@/lib/domain/plural';
import type { PathMap } from '@/lib/domain/user-files';
import { placeFor } from '@/lib/files/check-chart';
import { occupiedPath } from '@/lib/files/occupied-path';
import { bestMatches } from '@/lib/files/suggestions';
import type { Reading } from '@/lib/reading/reading';

/** Takes every best match at once; nothing while there is none. */
export function BestMatches() {
  const { catalog, store, replace } = useWizard();
  const reading = useWizardState((state) => state.reading);
  const { map, added } = withBestMatches(catalog, reading);
  if (added === 0) return null;
  const take = () => {
    const { raw, userFiles } = store.get().reading;
    replace(raw, 'best matches', { ...userFiles, map });
    announce(
      `${plural(added, 'key')} now ${wordFor(added, 'stands', 'stand')} where your chart has ${wordFor(added, 'it', 'them')}.`,
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

/** The chosen paths with every best match among the written keys that has none yet. */
function withBestMatches(
  catalog: Catalog,
  { userFiles, entries }: Reading,
): { map: PathMap; added: number } {
  const map: Record<string, string> = { ...userFiles.map };
  let added = 0;
  const written = new Set(entries.map(({ key }) => key.path));
  for (const [ours, leaf] of bestMatches(userFiles.chart ?? {})) {
    if (!written.has(ours) || Object.hasOwn(map, ours)) continue;
    if (occupiedPath(catalog, ours, leaf.path, map)) continue;
    map[ours] = placeFor(catalog, ours, leaf);
    added += 1;
  }
  return { map, added };
}
