import { useEffect, useMemo } from 'react';
import { useReading, useWizard, useWizardState } from '@/components/state/wizard-context';
import { chartKeys } from '@/lib/proof/listing/listing';
import { prove } from '@/lib/proof/prove';
import { givenChart } from '@/lib/proof/take-file';

/** Keeps what is known of the chart in step with the answers and the files, whichever tab is open. Draws nothing. */
export function ChartFollower() {
  const { catalog, store } = useWizard();
  const reading = useReading();
  const files = useWizardState(({ chartFiles }) => chartFiles);
  const chosen = useWizardState(({ chosenWorkloads }) => chosenWorkloads);
  const given = useMemo(() => givenChart(catalog, files ?? [], chosen), [catalog, files, chosen]);

  // A reset or an undo takes with the answers what the chart lists, and the files are still there.
  const { chart: before } = reading.userFiles;
  useEffect(() => {
    if (files === null) return; // after a reload the history has what was listed, and the files are gone
    const chart = given.listing && chartKeys(catalog, given.listing);
    if (JSON.stringify(chart) === JSON.stringify(before)) return;
    const { chart: _, ...rest } = store.get().reading.userFiles;
    store.update({ userFiles: chart ? { ...rest, chart } : rest });
  }, [catalog, store, files, given, before]);

  useEffect(() => {
    // After the frame: a large chart takes longer than one.
    const timer = setTimeout(() => {
      const isKnown = given.renders || reading.userFiles.chart;
      const chart = isKnown ? prove(catalog, reading, given) : null;
      if (chart !== store.get().chart) store.update({ chart });
      const { evidence = [], ...rest } = store.get().reading.userFiles;
      const limits = chart?.limits ?? [];
      if (JSON.stringify(limits) === JSON.stringify(evidence)) return;
      store.update({ userFiles: limits.length > 0 ? { ...rest, evidence: limits } : rest });
    });
    return () => clearTimeout(timer);
  }, [catalog, store, reading, given]);
  return null;
}
