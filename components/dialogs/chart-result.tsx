import { ownerOf } from '@/components/state/places';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import type { Catalog } from '@/lib/domain/catalog';
import { type CheckStatus, type KeyCheckStatus, statuses } from '@/lib/files/check-status';
import { BestMatches } from './best-matches';
import { GROUPS } from './check-groups';
import { CheckRow } from './check-row';
import { DialogVerdict } from './dialog-verdict';
import { Remarks } from './remarks';

/** Every key that is written now and how it stands in the chart. */
export function ChartResult() {
  const { catalog } = useWizard();
  const reading = useWizardState((state) => state.reading);
  const keys = statuses(reading);
  const { chartRemarks = [] } = reading.userFiles;
  const at = (id: CheckStatus) => keys.filter((key) => key.status === id);
  const isWrong = GROUPS.some(({ id, offersPaths }) => offersPaths && at(id).length > 0);
  return (
    <>
      <DialogVerdict isWrong={isWrong}>{listedVerdict(keys)}</DialogVerdict>
      <Remarks remarks={chartRemarks} />
      {GROUPS.map(({ id, sign, title, about, offersPaths = false, isFolded = false }) => {
        const group = at(id);
        if (group.length === 0) return null;
        return (
          <details key={id} open={!isFolded}>
            <summary>
              <span className={`check-sign ${id}`} aria-hidden="true">
                {sign}
              </span>{' '}
              {title} ({group.length})
            </summary>
            <p className="help">{about}</p>
            {offersPaths && isFirstWithPaths(id, keys) && <BestMatches />}
            {(offersPaths ? byTier(catalog, group) : [['', group] as const]).map(([tier, rows]) => (
              <div className="check-tier" key={tier}>
                {tier !== '' && <h3>{`${tier} (${rows.length})`}</h3>}
                <ul className="leaves">
                  {rows.map((key) => (
                    <CheckRow of={key} offersPaths={offersPaths} key={key.ours} />
                  ))}
                </ul>
              </div>
            ))}
          </details>
        );
      })}
    </>
  );
}

/** Whether a group is the first of those in which something is to be chosen. */
const isFirstWithPaths = (id: CheckStatus, keys: readonly KeyCheckStatus[]): boolean =>
  GROUPS.find((one) => one.offersPaths && keys.some((key) => key.status === one.id))?.id === id;

function listedVerdict(keys: readonly KeyCheckStatus[]): string {
  const count = (status: CheckStatus) => keys.filter((key) => key.status === status).length;
  return `Of ${keys.length} keys that this overlay writes, your chart confirms ${count('confirmed') + count('chosen')}. Not listed in it: ${count('absent')}. Of another type there: ${count('other-type')}. In overlays only: ${count('overlay-only')}.`;
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
