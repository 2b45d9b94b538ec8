import { useEffect, useMemo } from 'react';
import { useReading, useWizard } from '@/components/state/wizard-context';
import { chartKeys } from '@/lib/proof/listing/listing';
import { givenChart, yourChart } from '@/lib/proof/your-chart';
import { type ChartSession, NO_FILES } from './chart-session';

/** Keeps what is known of the chart in step with the answers and the files, whichever tab is open. Draws nothing. */
export function ChartFollower({ session }: { readonly session: ChartSession }) {
  const { files, chosen } = session;
  const { catalog, store } = useWizard();
  const reading = useReading();
  const given = useMemo(() => givenChart(catalog, files, chosen), [catalog, files, chosen]);

  useEffect(() => {
    if (files === NO_FILES) return; // after a reload the history has what was listed, and the files are gone
    const chart = given.listing && chartKeys(catalog, given.listing);
    const { chart: before, ...rest } = store.get().reading.userFiles;
    if (JSON.stringify(chart) === JSON.stringify(before)) return;
    store.update({ userFiles: chart ? { ...rest, chart } : rest });
  }, [catalog, store, files, given]);

  useEffect(() => {
    // After the frame: a large chart takes longer than one.
    const timer = setTimeout(() => {
      const chart = yourChart(catalog, reading, given) ?? null;
      if (chart !== store.get().chart) store.update({ chart });
      const { evidence = [], ...rest } = store.get().reading.userFiles;
      const limits = chart?.proof?.limits ?? [];
      if (JSON.stringify(limits) === JSON.stringify(evidence)) return;
      store.update({ userFiles: limits.length > 0 ? { ...rest, evidence: limits } : rest });
    });
    return () => clearTimeout(timer);
  }, [catalog, store, reading, given]);
  return null;
}
