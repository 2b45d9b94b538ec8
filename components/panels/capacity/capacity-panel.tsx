import { CapacityChanges } from '@/components/state/capacity-changes';
import { useReading, useWizard } from '@/components/state/wizard-context';
import { capacityPlan, NODES_LEAVE_OUT, NODES_METHOD } from '@/lib/outputs/capacity/plan';
import { Card, FigureText, Needs, NodesText } from './figure-cards';
import { PodsTable } from './pods-table';

/** Whether the cluster holds it, whether it carries the load, and whether Postgres answers: from the operator's numbers. */
export function CapacityPanel() {
  const { catalog } = useWizard();
  const reading = useReading();
  const { notCounted, nodes, nodesNeed, figures } = capacityPlan(catalog, reading);
  const questions = [...new Set(figures.map(({ about }) => about))];
  return (
    <section className="panel-body capacity" aria-label="Capacity">
      {/* New elements for each change: a translator takes text nodes away from React. */}
      <div className="figures" key={`figures ${reading.link}`}>
        <Card title="Nodes that it takes">
          <NodesText plan={nodes} needs={nodesNeed} />
        </Card>
        {questions.map((question) => (
          <Card title={question} key={question}>
            {figures
              .filter(({ about }) => about === question)
              .map((figure) => (
                <FigureText figure={figure} key={figure.unit} />
              ))}
          </Card>
        ))}
      </div>
      <PodsTable reading={reading} key={`pods ${reading.link}`} />
      {notCounted.map(({ title, keys }) => (
        <p className="help" key={title}>
          {title} is left to the chart in part and not counted: <Needs keys={keys} />
        </p>
      ))}
      <CapacityChanges after={reading.capacity} key={`changes ${reading.link}`} />
      <p className="help">
        Cores and GiB are what one pod requests, times the pods. Cron jobs are short-lived and left
        out. A node must also hold its daemon sets and the reserve of the system.
      </p>
      <details className="method">
        <summary>How nodes are counted, and what that leaves out</summary>
        <p className="help">{NODES_METHOD}</p>
        <p className="help">{NODES_LEAVE_OUT}</p>
      </details>
    </section>
  );
}
