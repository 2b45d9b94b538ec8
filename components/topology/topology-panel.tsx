'use client';

import { memo } from 'react';
import { useWizard } from '@/components/state/wizard-context';
import { announce } from '@/components/ui/announce';
import { save } from '@/components/ui/save';
import { topology } from '@/lib/outputs/topology/topology';
import { topologyCss, topologySvg } from '@/lib/outputs/topology/topology-svg';
import { topologyText } from '@/lib/outputs/topology/topology-text';
import type { Reading } from '@/lib/reading/reading';

/** The topology as chosen: what the chart creates, what the operator must provide, what is off, and the limits on each. */
export const TopologyPanel = memo(function TopologyPanel({
  reading,
}: {
  readonly reading: Reading;
}) {
  const { catalog } = useWizard();
  const model = topology(catalog, reading);
  return (
    <section className="group" aria-labelledby="topology-title">
      <h3 id="topology-title">The topology as chosen</h3>
      <style>{topologyCss('page')}</style>
      <div
        className="topology"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: our own SVG, in which every text is escaped
        dangerouslySetInnerHTML={{ __html: topologySvg(model, 'page') }}
      />
      <details className="method">
        <summary>The same in words</summary>
        <p className="help pre-line">{topologyText(model)}</p>
      </details>
      <button
        type="button"
        onClick={() => {
          save(topologySvg(model), 'topology.svg', 'image/svg+xml');
          announce('topology.svg was downloaded.');
        }}
      >
        Save the picture
      </button>
    </section>
  );
});
