import { startTransition, useState } from 'react';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { runInSlices } from '@/components/ui/run-in-slices';
import { plural } from '@/lib/domain/plural';
import { splitChart } from '@/lib/domain/user-files';
import { checkInSteps } from '@/lib/files/check-chart';
import { ChartResult } from './chart-result';
import { DoneButton, SheetDialog } from './sheet-dialog';
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
    const { map: chosen } = store.get().reading.userFiles;
    const checked = await runInSlices(checkInSteps(catalog, given.text, chosen));
    if ('fault' in checked) return setSource({ ...given, fault: checked.fault });
    const { raw, userFiles } = store.get().reading; // an answer may have changed meanwhile
    const { chart, map, dropped, leaves, remarks } = checked;
    replace(raw, 'chart check', {
      ...splitChart(userFiles).rest,
      chart,
      map,
      ...(remarks.length > 0 && { chartRemarks: remarks }),
    });
    startTransition(() => setAsking(false)); // the page behind is drawn by itself, before
    const gone =
      dropped.length > 0
        ? ` It does not have the paths that were chosen for ${dropped.join(', ')}; ours count again.`
        : '';
    announce(`Checked against ${plural(leaves, 'value')} of your chart.${gone}`);
  };

  const forget = () => {
    const { raw, userFiles } = store.get().reading;
    replace(raw, 'forgetting the chart', splitChart(userFiles).rest);
    setSource(NOTHING);
    setAsking(true);
  };

  return (
    <SheetDialog
      title="Check against your chart"
      onClose={onClose}
      actions={
        isAsking ? (
          <Button className="button primary" onClick={() => check(source)}>
            Check it
          </Button>
        ) : (
          <>
            <DoneButton onClose={onClose} />
            <Button onClick={() => setAsking(true)}>Check another chart</Button>
            <Button onClick={forget}>Forget this chart</Button>
          </>
        )
      }
    >
      {isAsking ? (
        <YamlSource
          source={source}
          label="Your chart’s helm/values.yaml"
          hint={HINT}
          onChange={(given) => (given.name === '' ? setSource(given) : check(given))}
        />
      ) : (
        <ChartResult />
      )}
    </SheetDialog>
  );
}

const HINT = 'Or what helm show values ./helm prints. It shows which keys your chart lists.';
