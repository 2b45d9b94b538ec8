'use client';

import { startTransition, useState } from 'react';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { announce } from '@/components/ui/announce';
import { plural } from '@/lib/domain/plural';
import { checkInSteps } from '@/lib/files/check-chart';
import { ChartResult } from './chart-result';
import { SheetDialog } from './sheet-dialog';
import { NOTHING, type Source, YamlSource } from './yaml-source';

interface Props {
  readonly onClose: () => void;
}

/** Holds every line that the overlay writes against the operator's own chart. */
export function CheckDialog({ onClose }: Props) {
  const { catalog, store, replace } = useWizard();
  const isChecked = useWizardState(({ reading }) => reading.userFiles.chart !== undefined);
  const [isAsking, setAsking] = useState(!isChecked);
  const [source, setSource] = useState<Source>(NOTHING);

  const check = async (given: Source) => {
    setSource(given);
    if (given.fault) return;
    const checked = await unhurried(
      checkInSteps(catalog, given.text, store.get().reading.userFiles.map),
    );
    if ('fault' in checked) return setSource({ ...given, fault: checked.fault });
    const { raw, userFiles } = store.get().reading; // an answer may have changed meanwhile
    const { chart, map, dropped, leaves } = checked;
    replace(raw, 'chart check', { ...userFiles, chart, map });
    startTransition(() => setAsking(false)); // the page behind is drawn by itself, before
    const gone =
      dropped.length > 0
        ? ` It does not have the paths that were chosen for ${dropped.join(', ')}; ours count again.`
        : '';
    announce(`Checked against ${plural(leaves, 'value')} of your chart.${gone}`);
  };

  const forget = () => {
    const { raw, userFiles } = store.get().reading;
    const { chart: _, ...rest } = userFiles;
    replace(raw, 'forgetting the chart', rest);
    setSource(NOTHING);
    setAsking(true);
  };

  return (
    <SheetDialog
      title="Check against your chart"
      onClose={onClose}
      actions={
        isAsking ? (
          <button type="button" className="button primary" onClick={() => check(source)}>
            Check it
          </button>
        ) : (
          <>
            <button type="button" className="button primary" onClick={onClose}>
              Done
            </button>
            <button type="button" className="button" onClick={() => setAsking(true)}>
              Check another chart
            </button>
            <button type="button" className="button" onClick={forget}>
              Forget this chart
            </button>
          </>
        )
      }
    >
      {isAsking ? (
        <YamlSource
          source={source}
          label="Your chart’s helm/values.yaml"
          hint="Or what helm show values ./helm prints. This tells you which keys are not listed in your values.yaml; a template may still read one of those."
          onChange={(given) => (given.name === '' ? setSource(given) : check(given))}
        />
      ) : (
        <ChartResult />
      )}
    </SheetDialog>
  );
}

/** Milliseconds at a stretch: less than two frames. */
const STRETCH_MS = 25;

/** Runs steps to their end and lets the page draw and take keys between them. */
async function unhurried<T>(steps: Generator<undefined, T>): Promise<T> {
  let start = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - start < STRETCH_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    start = performance.now();
  }
}
