import { useWizard } from '@/components/state/wizard-context';
import type { TierMatch } from '@/lib/proof/tiers';

/** Which workload is which tier: asked where several fit or none does, shown where one was taken. */
export function WorkloadChoices({ tiers }: { readonly tiers: readonly TierMatch[] }) {
  const { store } = useWizard();
  const choose = (tier: string, workload: string) =>
    store.update({ chosenWorkloads: { ...store.get().chosenWorkloads, [tier]: workload } });
  const open = tiers.filter(
    ({ taken, fits, all }) => taken.length === 0 && (fits.length > 0 || all.length > 0),
  );
  const taken = tiers.filter((match) => match.taken.length > 0);
  return (
    <>
      {open.map(({ tier: { id, title }, fits, all }) => (
        <p className="workload-choice" key={id}>
          <label>
            {fits.length > 0 ? `Several workloads fit ${title}: ` : `No workload fits ${title}: `}
            <select defaultValue="" onChange={({ target }) => choose(id, target.value)}>
              <option value="" disabled>
                choose one
              </option>
              {(fits.length > 0 ? fits : all).map((name) => (
                <option value={name} key={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </p>
      ))}
      {taken.length > 0 && (
        <details className="method">
          <summary>Which workload was taken for which tier</summary>
          <ul className="help">
            {taken.map(({ tier, taken: names }) => (
              <li key={tier.id}>
                {tier.title}: {names.join(', ')}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
