import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useReading, useWizard } from '@/components/state/wizard-context';
import { chartKeys } from '@/lib/proof/listing/listing';
import { holding } from '@/lib/proof/take-file';
import { yourChart } from '@/lib/proof/your-chart';
import { type ChartSession, NO_FILES } from './chart-session';

/** Keeps what is known of the chart in step with the answers and the files, whichever tab is open. Draws nothing. */
export function ChartFollower({ session }: { readonly session: ChartSession }) {
  const { catalog, store } = useWizard();
  const reading = useReading();
  const { files, chosen } = useSyncExternalStore(session.subscribe, session.get, session.get);

  const listing = useMemo(() => holding.listing(files), [files]);

  useEffect(() => {
    if (files === NO_FILES) return; // after a reload the history has what was listed, and the files are gone
    const chart = listing && chartKeys(catalog, listing);
    const { chart: before, ...rest } = store.get().reading.userFiles;
    if (JSON.stringify(chart) === JSON.stringify(before)) return;
    store.move({ userFiles: chart ? { ...rest, chart } : rest });
  }, [catalog, store, files, listing]);

  useEffect(() => {
    // After the frame: a large chart takes longer than one.
    const timer = setTimeout(() => {
      const chart = yourChart(catalog, reading, files, listing, chosen) ?? null;
      store.move({ chart });
      const { evidence = [], ...rest } = store.get().reading.userFiles;
      const limits = chart?.proof?.limits ?? [];
      if (JSON.stringify(limits) === JSON.stringify(evidence)) return;
      store.move({ userFiles: limits.length > 0 ? { ...rest, evidence: limits } : rest });
    });
    return () => clearTimeout(timer);
  }, [catalog, store, reading, files, listing, chosen]);
  return null;
}
