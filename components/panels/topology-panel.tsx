import { useReading, useWizard } from '@/components/state/wizard-context';
import { save } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { topology, topologyText } from '@/lib/outputs/topology/topology';
import { topologySvg } from '@/lib/outputs/topology/topology-svg';

/** The topology as chosen: what the chart creates, what the operator must provide, what is off, and the limits on each. */
export function TopologyPanel() {
  const { catalog } = useWizard();
  const model = topology(catalog, useReading());
  const svg = topologySvg(model);
  const words = topologyText(model);
  return (
    <section className="panel-body" aria-label="The topology as chosen">
      <TopologyPicture svg={svg} />
      <div className="panel-end">
        <Button onClick={() => save(svg, 'topology.svg', 'image/svg+xml')}>Save the picture</Button>
        <details className="method">
          <summary>The same in words</summary>
          <p className="help pre-line">{words}</p>
        </details>
      </div>
    </section>
  );
}

export const TopologyPicture = ({ svg }: { readonly svg: string }) => (
  <div
    className="topology"
    // biome-ignore lint/security/noDangerouslySetInnerHtml: our own SVG, in which every text is escaped
    dangerouslySetInnerHTML={{ __html: svg }}
  />
);
